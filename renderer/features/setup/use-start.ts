import { useState } from 'react'
import type { Workspace } from '#shared/contract/replies.ts'
import type { Result } from '#shared/kit/result.ts'
import { client } from '../../api/client.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { askUnlock } from '../../state/locked.ts'
import { askRestoreOf } from '../../state/restore-asked.ts'
import { showWorkspace } from '../../state/workspace-store.ts'

type Opened = Result<Workspace, AnyFailure> | null

async function openChosenBundle(): Promise<Opened> {
  const chosen = await client['file.choose']({ purpose: 'bundle', many: false })
  if (!chosen.ok) return chosen
  const [file] = chosen.value
  if (file === undefined) return null
  const opened = (await client['bundle.open']({ file: file.token })) as NonNullable<Opened>
  if (opened.ok || opened.failure.type !== 'FileLocked') return opened
  askRestoreOf(file)
  return null
}

/** One that is protected asks for its passphrase, which is no failure. */
async function openOrAsk(consultation: string): Promise<Opened> {
  const opened = (await client['consultation.open']({ consultation })) as NonNullable<Opened>
  if (opened.ok || opened.failure.type !== 'Locked') return opened
  askUnlock(consultation)
  return null
}

export interface Start {
  /** What is being opened, if anything is. */
  readonly busy: boolean
  readonly failure: AnyFailure | null
  readonly dismiss: () => void
  readonly openBundle: () => void
  readonly openSample: () => void
  readonly resume: (consultation: string) => void
  readonly create: (template: string) => void
}

/** The ways into a process. One at a time; the page shows the workspace as soon as there is one. */
export function useStart(): Start {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const open = async (opening: () => Promise<unknown>) => {
    setBusy(true)
    setFailure(null)
    const opened = (await opening()) as Opened
    setBusy(false)
    if (opened?.ok === true) showWorkspace(opened.value)
    else if (opened?.ok === false) setFailure(opened.failure)
  }
  const run = (opening: () => Promise<unknown>) => {
    if (!busy) void open(opening)
  }
  return {
    busy,
    failure,
    dismiss: () => setFailure(null),
    openBundle: () => run(openChosenBundle),
    openSample: () => run(() => client['consultation.sample']({})),
    resume: (consultation) => run(() => openOrAsk(consultation)),
    create: (template) => run(() => client['consultation.create']({ template })),
  }
}
