import { app } from 'electron'
import type { Composed } from '#node/ports.ts'

/** Beyond this the program ends without sealing its journal: the next opening tells, and has lost nothing. */
const PATIENCE_MS = 3_000

/** Has what is open closed once every window is gone, and only then lets the program end. */
export function closeBeforeTheEnd(program: Composed): void {
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    const patience = new Promise<void>((end) => setTimeout(end, PATIENCE_MS))
    const end = (): void => {
      isClosed = true
      app.quit()
    }
    void Promise.race([program.close(), patience]).then(end, end)
  })
}
