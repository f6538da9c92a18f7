import { create } from 'zustand'
import type { FileReport } from '#shared/contract/replies.ts'

interface SenderState {
  /** Files whose senders the person says to know, with the name they gave. */
  readonly known: ReadonlyMap<string, string>
  /** What files are locked with, by their tokens. */
  readonly passphrases: ReadonlyMap<string, string>
}

/** What the person has said of senders; tokens are of one run of the program, and so is this. */
export const useSenders = create<SenderState>()(() => ({ known: new Map(), passphrases: new Map() }))

const { getState, setState } = useSenders

export const sayKnown = (file: string, name: string | null): void =>
  setState(({ known }) => {
    const others = [...known].filter(([token]) => token !== file)
    return { known: new Map(name === null ? others : [...others, [file, name]]) }
  })

export const givePassphrase = (file: string, passphrase: string): void =>
  setState(({ passphrases }) => ({ passphrases: new Map([...passphrases, [file, passphrase]]) }))

/** What goes with the files when they are looked at. */
export const passphrasesOf = (files: readonly string[]) => ({
  passphrases: Object.fromEntries([...getState().passphrases].filter(([token]) => files.includes(token))),
})

/** And when they are put in. */
export const saidOfSenders = (files: readonly string[]) => ({
  ...passphrasesOf(files),
  know: [...getState().known].flatMap(([file, name]) => (files.includes(file) ? [{ file, name }] : [])),
})

/** A file that would put values of this workspace out of force, of someone whom nobody here knows. */
export const isStopped = ({ token, sender }: FileReport, known: SenderState['known']): boolean =>
  sender !== undefined && sender.state !== 'known' && sender.replaces > 0 && !known.has(token)
