import type { PageContract } from '#shared/contract/contract.ts'
import type { Handlers } from '#shared/contract/method.ts'
import { BUNDLE_FORMAT } from '#shared/exchange/manifest.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { fail, ok } from '#shared/kit/result.ts'
import { consultationIdOf, templateRecords } from '#shared/process/template-records.ts'
import { genesisOperations } from '#shared/process/genesis.ts'
import { codeOf } from '../disk/file-layer.ts'
import { sampleConsultation, sampleEntries } from '../sample/sample-store.ts'
import { summaryOf, templateNamed, templates } from '../templates/templates.ts'
import { VERSION } from '../version.ts'
import { beginning, type Desk } from '../workspace/desk.ts'

type Calls =
  | 'app.read'
  | 'settings.save'
  | 'template.list'
  | 'consultation.create'
  | 'consultation.open'
  | 'consultation.sample'
  | 'workspace.read'

/** Choosing a language, a role and a consultation. */
export function appHandlers(
  desk: Desk,
  tellLanguage: (language: Language) => void,
): Pick<Handlers<PageContract>, Calls> {
  const { settings, ports } = desk
  return {
    'app.read': async () =>
      ok({
        version: VERSION,
        bundleFormat: BUNDLE_FORMAT,
        settings: settings.shown,
        consultations: await desk.list(),
        current: settings.value.current,
      }),
    'settings.save': async (changes) => {
      try {
        const given = Object.entries(changes).filter(([, value]) => value !== undefined)
        await settings.change(Object.fromEntries(given))
        if (changes.language !== undefined) tellLanguage(changes.language)
        return ok(settings.shown)
      } catch (error) {
        return fail({ type: 'NotSaved', code: codeOf(error) })
      }
    },
    'template.list': async () => ok(templates.map((template) => summaryOf(template, settings.value.language))),
    'consultation.create': async ({ template: id, edition }) => {
      const template = templateNamed(id)
      if (template === undefined) return fail({ type: 'TemplateNotFound' })
      const chosen = edition ?? template.edition
      const consultation = consultationIdOf(template, chosen, ports.digest)
      const records = templateRecords(template, ports.digest, chosen)
      const operations = genesisOperations(consultation, template.version, records, ports.digest)
      return desk.take(consultation, { begin: () => [beginning(operations)] })
    },
    'consultation.open': ({ consultation, takeOver = false }) => desk.take(consultation, { takeOver }),
    'consultation.sample': async () =>
      desk.take(sampleConsultation(ports.digest), { begin: () => sampleEntries(ports.digest) }),
    'workspace.read': async () => {
      const workspace = desk.read()
      return workspace.ok ? workspace : fail({ type: 'NothingOpen' })
    },
  }
}
