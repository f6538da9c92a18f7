import { create } from 'zustand'
import type { AppState, Edited, History, Settings, Workspace } from '#shared/contract/replies.ts'
import { applyChange } from '#shared/model/change.ts'
import type { Records } from '#shared/model/record.ts'

/** What the person is told of their work; `saved` is said only of what the disk has. */
export type SaveState =
  | { readonly state: 'saved'; readonly at: number }
  | { readonly state: 'saving'; readonly since: number }
  | { readonly state: 'not-saved'; readonly since: number; readonly code: string }

/** The open consultation as the page holds it: a copy of the node side's, kept up by changes. */
export interface OpenWorkspace {
  readonly consultation: string
  readonly sample: boolean
  readonly records: Records
  readonly history: History
  readonly lists: Workspace['lists']
  readonly documents: Workspace['documents']
}

interface PageState {
  readonly app: AppState | null
  readonly workspace: OpenWorkspace | null
  readonly save: SaveState
}

/** The page's one store. Views read it with `useWorkspace`, and change it only by what the node side answers. */
export const usePage = create<PageState>()(() => ({
  app: null,
  workspace: null,
  save: { state: 'saved', at: 0 },
}))

export const showApp = (app: AppState): void => usePage.setState({ app })

export const showSettings = (settings: Settings): void =>
  usePage.setState(({ app }) => (app === null ? {} : { app: { ...app, settings } }))

export const showWorkspace = ({ records, savedAt, ...open }: Workspace): void =>
  usePage.setState({
    workspace: { ...open, records: new Map(records.map((record) => [record.id, record])) },
    save: { state: 'saved', at: savedAt },
  })

export const closeWorkspace = (): void => usePage.setState({ workspace: null })

/** Takes in what an edit, an undo or a merge did. */
export const showEdited = ({ change, history, savedAt }: Edited): void =>
  usePage.setState(({ workspace }) =>
    workspace === null
      ? {}
      : {
          workspace: { ...workspace, records: applyChange(workspace.records, change), history },
          save: { state: 'saved', at: savedAt },
        },
  )

export const showSave = (save: SaveState): void => usePage.setState({ save })
