import { create } from 'zustand'
import type { AppState, Edited, History, Settings, Workspace } from '#shared/contract/replies.ts'
import { applyChange } from '#shared/model/change.ts'
import type { Records } from '#shared/model/record.ts'
import { tellSave } from './save.ts'

/** The open consultation as the page holds it: a copy of the node side's, kept up by changes. */
export interface OpenWorkspace {
  readonly consultation: string
  readonly sample: boolean
  readonly records: Records
  readonly history: History
  readonly lists: Workspace['lists']
  readonly documents: Workspace['documents']
  readonly readOnly: Workspace['readOnly']
  /** What opening found; told once. */
  readonly found: Workspace['found']
  /** Drafts as they were when it was opened. */
  readonly drafts: Workspace['drafts']
}

interface PageState {
  readonly app: AppState | null
  readonly workspace: OpenWorkspace | null
}

/** The page's one store. Views read it with `useWorkspace`, and change it only by what the node side answers. */
export const usePage = create<PageState>()(() => ({
  app: null,
  workspace: null,
}))

export const showApp = (app: AppState): void => usePage.setState({ app })

export const showSettings = (settings: Settings): void =>
  usePage.setState(({ app }) => (app === null ? {} : { app: { ...app, settings } }))

export function showWorkspace({ records, savedAt, ...open }: Workspace): void {
  tellSave({ type: 'opened', savedAt, readOnly: open.readOnly })
  usePage.setState({ workspace: { ...open, records: new Map(records.map((record) => [record.id, record])) } })
}

export const closeWorkspace = (): void => usePage.setState({ workspace: null })

/** Takes in what an edit, an undo or a merge did. */
export const showEdited = ({ change, history }: Edited): void =>
  usePage.setState(({ workspace }) =>
    workspace === null ? {} : { workspace: { ...workspace, records: applyChange(workspace.records, change), history } },
  )
