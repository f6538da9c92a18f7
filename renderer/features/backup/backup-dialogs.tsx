import './backup.css'
import { useIntent } from '../../state/intents.ts'
import { askUnlock, useLocked } from '../../state/locked.ts'
import { askRestoreOf, useRestoreAsked } from '../../state/restore-asked.ts'
import { usePage } from '../../state/workspace-store.ts'
import { closeBackupDialog, openBackupDialog, useBackup, type BackupDialog } from './backup-store.ts'
import { MakeDialog } from './make-dialog.tsx'
import { ProtectDialog } from './protect-dialog.tsx'
import { RegisterDrawer } from './register-drawer.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { UnlockDialog } from './unlock-dialog.tsx'

/** What menus ask, on any screen; what concerns an open consultation is not shown when there is none. */
const openIfOpen = (dialog: BackupDialog): void => {
  if (usePage.getState().workspace !== null) openBackupDialog(dialog)
}
const askMake = () => openIfOpen('make')
const askRegister = () => openIfOpen('register')
const askProtect = () => openIfOpen('protect')
const putGivenAway = () => askRestoreOf(null)
const giveUp = () => askUnlock(null)
const askRestore = () => openBackupDialog('restore')

/** The dialogs about keeping everything, over whatever screen is shown. */
export function BackupDialogs() {
  const dialog = useBackup((state) => state.dialog)
  const asked = useLocked((state) => state.asked)
  const given = useRestoreAsked((state) => state.file)
  useIntent('backup.make', askMake)
  useIntent('backup.restore', askRestore)
  useIntent('register.open', askRegister)
  useIntent('protection.open', askProtect)
  return (
    <>
      {dialog === 'make' && <MakeDialog onClose={closeBackupDialog} />}
      {dialog === 'restore' && <RestoreDialog onClose={closeBackupDialog} />}
      {given !== null && <RestoreDialog given={given} onClose={putGivenAway} />}
      {dialog === 'protect' && <ProtectDialog onClose={closeBackupDialog} />}
      {asked !== null && <UnlockDialog consultation={asked} onClose={giveUp} />}
      {dialog === 'register' && <RegisterDrawer onClose={closeBackupDialog} />}
    </>
  )
}
