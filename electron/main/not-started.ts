import { app, dialog, shell } from 'electron'
import { words } from './words.ts'

/** In the order of the buttons, the harmless one first and for Escape. */
const CHOICES = ['quit', 'show', 'retry'] as const

/** Says that the program could not start, what is safe and why it stopped, and does what the person chooses. */
export async function sayNotStarted(error: unknown): Promise<void> {
  const [t, folder] = [words(), app.getPath('userData')]
  const code = (error as NodeJS.ErrnoException | null)?.code ?? ''
  for (;;) {
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: t('menu:failure.title'),
      message: t('menu:failure.safe'),
      detail: `${t('menu:failure.what', { context: code })} ${t('menu:failure.text', { folder })}`,
      buttons: CHOICES.map((choice) => t(`menu:failure.${choice}`)),
      defaultId: CHOICES.indexOf('retry'),
      cancelId: 0,
      noLink: true,
    })
    if (CHOICES[response] === 'show') shell.showItemInFolder(folder)
    else return end(CHOICES[response] === 'retry')
  }
}

function end(again: boolean): void {
  if (again) app.relaunch()
  app.exit(again ? 0 : 1)
}
