import { create } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { afterEvent, NOTHING_YET, type SaveEvent, type SaveMachine, saveState, type SaveState } from './save-machine.ts'

/** What is known of the open consultation's words: saved, on their way, refused, kept as drafts. */
export const useSave = create<SaveMachine>()(() => NOTHING_YET)

export const tellSave = (event: SaveEvent): void => useSave.setState((machine) => afterEvent(machine, event), true)

/** What to say now: the same object from one key to the next, so that typing draws nothing anew until it says something else. */
export const useSaveState = (): SaveState => useSave(useShallow(saveState))

/** Whether writing is possible at all here. */
export const useCanWrite = (): boolean => useSave(({ readOnly }) => readOnly === null)
