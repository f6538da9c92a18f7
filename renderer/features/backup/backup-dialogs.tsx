import './backup.css'
import { useIntent } from '../../state/intents.ts'
import { usePage } from '../../state/workspace-store.ts'
import { closeBackupDialog, openBackupDialog, useBackup, type BackupDialog } from './backup-store.ts'
import { MakeDialog } from './make-dialog.tsx'
import { RegisterDrawer } from './register-drawer.tsx'
import { RestoreDialog } from './restore-dialog.tsx'

/** What menus ask, on any screen; what concerns an open consultation is not shown when there is none. */
const openIfOpen = (dialog: BackupDialog): void => {
  if (usePage.getState().workspace !== null) openBackupDialog(dialog)
}
const askMake = () => openIfOpen('make')
const askRegister = () => openIfOpen('register')
const askRestore = () => openBackupDialog('restore')

/** The dialogs about keeping everything, over whatever screen is shown. */
export function BackupDialogs() {
  const dialog = useBackup((state) => state.dialog)
  useIntent('backup.make', askMake)
  useIntent('backup.restore', askRestore)
  useIntent('register.open', askRegister)
  return (
    <>
      {dialog === 'make' && <MakeDialog onClose={closeBackupDialog} />}
      {dialog === 'restore' && <RestoreDialog onClose={closeBackupDialog} />}
      {dialog === 'register' && <RegisterDrawer onClose={closeBackupDialog} />}
    </>
  )
}
