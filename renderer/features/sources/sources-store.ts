import { create } from 'zustand'

/** A file that was chosen or dropped: what the page may know of it. */
export interface PickedFile {
  readonly token: string
  readonly name: string
}

export type OpenSource =
  | { readonly what: 'new'; readonly session: string; readonly file?: PickedFile }
  /** `note`: the one at whose time reading begins. */
  | { readonly what: 'read'; readonly source: string; readonly note?: string }

/** What is open about sources, over whatever screen it was asked from: a narrow window folds that place away. */
export const useOpenSource = create<{ readonly open: OpenSource | null }>()(() => ({ open: null }))

export const openSource = (open: OpenSource): void => useOpenSource.setState({ open })
export const closeSource = (): void => useOpenSource.setState({ open: null })
