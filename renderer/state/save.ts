import { useMemo } from 'react'
import { create } from 'zustand'
import { afterEvent, NOTHING_YET, type SaveEvent, type SaveMachine, saveState, type SaveState } from './save-machine.ts'

/** What is known of the open consultation's words: saved, on their way, refused, kept as drafts. */
export const useSave = create<SaveMachine>()(() => NOTHING_YET)

export const tellSave = (event: SaveEvent): void => useSave.setState((machine) => afterEvent(machine, event), true)

export function useSaveState(): SaveState {
  const machine = useSave()
  return useMemo(() => saveState(machine), [machine])
}

/** Whether writing is possible at all here. */
export const useCanWrite = (): boolean => useSave(({ readOnly }) => readOnly === null)
