import { useState } from 'react'
import type { Workspace } from '#shared/contract/replies.ts'
import type { Result } from '#shared/kit/result.ts'
import { client } from '../../api/client.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { showWorkspace } from '../../state/workspace-store.ts'

type Opened = Result<Workspace, AnyFailure> | null

async function openChosenBundle(): Promise<Opened> {
  const chosen = await client['file.choose']({ purpose: 'bundle', many: false })
  if (!chosen.ok) return chosen
  const [file] = chosen.value
  return file === undefined ? null : (client['bundle.open']({ file: file.token }) as Promise<Opened>)
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
    resume: (consultation) => run(() => client['consultation.open']({ consultation })),
    create: (template) => run(() => client['consultation.create']({ template })),
  }
}
