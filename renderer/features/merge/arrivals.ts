import { useEffect } from 'react'
import { create } from 'zustand'
import type { FolderWord, Inbox } from '#shared/contract/inbox-calls.ts'
import { client } from '../../api/client.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { type PickedFile, showFailure, useMerge } from './merge-store.ts'

interface Arrivals {
  readonly consultation: string
  /** The watched folder; null when there is none. */
  readonly folder: Inbox | null
  /** What folders that were chosen or dropped did not give. */
  readonly told: readonly FolderWord[]
}

export const useArrivals = create<Arrivals>()(() => ({ consultation: '', folder: null, told: [] }))
const { getState, setState } = useArrivals

/** Begins again for another consultation. */
function showArrivalsOf(consultation: string): void {
  if (getState().consultation !== consultation) setState({ consultation, folder: null, told: [] })
}

export const tellOfFolders = (told: readonly FolderWord[]): void => setState({ told })

/** Milliseconds between two looks, and sooner while a file is arriving: it counts once it is the same twice. */
const LOOK_EVERY = 10_000
const LOOK_SOON = 2_500

const show = (looked: { ok: true; value: Inbox | null } | { ok: false; failure: unknown }): void => {
  if (looked.ok) setState({ folder: looked.value })
  else showFailure(looked.failure as AnyFailure)
}

export const watchFolder = async (): Promise<void> => show(await client['inbox.choose']({}))

export async function forgetFolder(): Promise<void> {
  show(await client['inbox.forget']({}))
}

/** Looks at the watched folder while the screen is open, and whenever the window is come back to. */
export function useLooking(consultation: string): void {
  useEffect(() => {
    let timer: number | undefined
    let isOver = false
    const look = async () => {
      const looked = await client['inbox.look']({})
      if (isOver) return
      window.clearTimeout(timer)
      // A look that fails is no news; the next one comes soon enough.
      if (looked.ok) setState({ folder: looked.value })
      const isArriving = looked.ok && (looked.value?.arriving ?? 0) > 0
      timer = window.setTimeout(() => void look(), isArriving ? LOOK_SOON : LOOK_EVERY)
    }
    const again = () => void look()
    showArrivalsOf(consultation)
    window.addEventListener('focus', again)
    again()
    return () => {
      isOver = true
      window.clearTimeout(timer)
      window.removeEventListener('focus', again)
    }
  }, [consultation])
}

/** Files of the watched folder that are neither in the list nor known to bring nothing. */
export function useNewFiles(): readonly PickedFile[] {
  const found = useArrivals(({ folder }) => folder)?.files ?? []
  const { files, preview, done } = useMerge()
  const looked = new Set(files.map(({ token }) => token))
  const reports = done?.preview.files ?? preview?.files ?? []
  for (const { token, state } of reports) if (state === 'already-here') looked.add(token)
  return found.filter(({ token }) => !looked.has(token))
}
