import { formatDay } from '../i18n/format.ts'
import { labelOf } from '../model/label.ts'
import { sectionName, type ReportContext } from './report-context.ts'

/** Title and kind of the document, as its cover and its headers say them. */
export function titles(context: ReportContext): { documentKind: string; title: string; subtitle?: string } {
  const { t, records, consultation, lang, request, regions } = context
  const title = labelOf(consultation ?? undefined, lang)
  const of = (id: string | undefined) => (id === undefined ? undefined : records.get(id))
  switch (request.type) {
    case 'global': {
      const documentKind = regions.length > 0 ? t('document:kind.global') : t('document:kind.overall')
      return { documentKind, title, ...subtitled(labelOf(consultation ?? undefined, lang, 'subtitle')) }
    }
    case 'regional': {
      const subject = sectionName(context, request.region ?? null)
      return {
        documentKind: t('document:kind.regional', { subject }),
        title,
        ...subtitled(labelOf(of(request.region), lang)),
      }
    }
    case 'thematic': {
      const subject = `${context.axes[0]?.number ?? ''}`
      return {
        documentKind: t('document:kind.thematic', { subject }),
        title,
        ...subtitled(labelOf(of(request.axis), lang)),
      }
    }
    case 'session':
    case 'minutes': {
      const day = of(request.session)?.f['date']
      const subject = typeof day === 'string' ? formatDay(day, lang) : t('document:calendar.undated')
      const account = regions.length > 0 ? 'document:kind.session' : 'document:kind.minutes'
      const documentKind = t(request.type === 'minutes' ? 'document:kind.conclusions' : account, { subject })
      return { documentKind, title, ...subtitled(labelOf(of(request.session), lang)) }
    }
  }
}

const subtitled = (subtitle: string): { subtitle?: string } => (subtitle === '' ? {} : { subtitle })
