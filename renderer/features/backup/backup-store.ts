import { create } from 'zustand'

export type BackupDialog = 'make' | 'restore' | 'register' | 'protect'

/** Which of the dialogs about keeping everything is open. */
export const useBackup = create<{ readonly dialog: BackupDialog | null }>()(() => ({ dialog: null }))

export const openBackupDialog = (dialog: BackupDialog | null): void => useBackup.setState({ dialog })
export const closeBackupDialog = (): void => openBackupDialog(null)
