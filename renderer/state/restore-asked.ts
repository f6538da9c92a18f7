import { create } from 'zustand'
import type { OutsideFile } from './outside-files.ts'

/** A backup that came from outside and waits to be looked at. */
export const useRestoreAsked = create<{ readonly file: OutsideFile | null }>()(() => ({ file: null }))

export const askRestoreOf = (file: OutsideFile | null): void => useRestoreAsked.setState({ file })
