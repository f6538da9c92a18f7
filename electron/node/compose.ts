import { contract } from '#shared/contract/contract.ts'
import { dispatch } from '#shared/contract/dispatch.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { pageHandlers } from './handlers/handlers.ts'
import { logCall } from './log-calls.ts'
import { isLogKind, logCodeOf } from './log-event.ts'
import type { Composed, Ports } from './ports.ts'
import { diskLayer } from './disk/disk-layer.ts'
import type { FileLayer } from './disk/file-layer.ts'
import { KeyRing } from './protection/key-ring.ts'
import { SettingsFile } from './store/settings.ts'
import { Desk } from './workspace/desk.ts'

/** Puts the node side together: a host's ports go in, one door comes out. */
export async function compose(ports: Ports, layer: FileLayer = diskLayer): Promise<Composed> {
  await layer.makeFolder(ports.dataFolder)
  const settings = await SettingsFile.open(ports.dataFolder, layer)
  const listeners: ((language: Language) => void)[] = []
  const tellLanguage = (language: Language): void => listeners.forEach((listener) => listener(language))
  ports.log('program.started')
  const desk = new Desk(ports, await KeyRing.open(ports, layer), settings)
  const handlers = pageHandlers(desk, tellLanguage)
  return {
    call: async (method, input) => {
      const began = performance.now()
      const result = await dispatch(contract, handlers, method, input, (name, error) =>
        ports.log('call.defect', { code: logCodeOf(error), ...(isLogKind(name) ? { kind: name } : {}) }),
      )
      logCall(ports.log, method, result, performance.now() - began)
      return result
    },
    language: () => settings.value.language,
    onLanguage: (listener) => void listeners.push(listener),
    close: async () => {
      await desk.close()
      ports.log('program.closed')
    },
  }
}
