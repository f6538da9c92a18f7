import { create } from 'zustand'
import type { Note, Speaker } from '#shared/model/record.ts'

/** What a person asked about who spoke, or under which rule; one thing at a time. */
export type VoiceAsked =
  | { readonly type: 'identify'; readonly speaker: Speaker }
  | { readonly type: 'reattribute'; readonly note: Note; readonly following: boolean }
  /** `note`: from which one on; null for what comes. */
  | { readonly type: 'rule'; readonly note: Note | null }
  /** The menu of a note, under the place that was pressed, in CSS pixels of the window. */
  | { readonly type: 'menu'; readonly note: Note; readonly x: number; readonly y: number }

export const useVoiceAsked = create<{ readonly asked: VoiceAsked | null }>()(() => ({ asked: null }))

export const askVoices = (asked: VoiceAsked | null): void => useVoiceAsked.setState({ asked })
