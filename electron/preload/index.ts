import { contextBridge, ipcRenderer, type IpcRendererEvent, webUtils } from 'electron'
import { type EventName, EVENTS } from '#shared/contract/events.ts'

const isEvent = (name: string): name is EventName => (EVENTS as readonly string[]).includes(name)

/** All that the page knows of the world. */
const rapporteur = {
  send: (method: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('rapporteur:call', method, input),

  on(event: string, listener: (payload: unknown) => void): () => void {
    if (!isEvent(event)) throw new Error(`Unknown event: ${event}`)
    const heard = (_event: IpcRendererEvent, payload: unknown): void => listener(payload)
    ipcRenderer.on(`rapporteur:${event}`, heard)
    return () => void ipcRenderer.off(`rapporteur:${event}`, heard)
  },

  drop: (files: File[]): Promise<unknown> =>
    ipcRenderer.invoke(
      'rapporteur:drop',
      files.map((file) => webUtils.getPathForFile(file)),
    ),
}

contextBridge.exposeInMainWorld('rapporteur', rapporteur)
