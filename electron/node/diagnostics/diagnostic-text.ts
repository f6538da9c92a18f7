import { BUNDLE_FORMAT } from '#shared/exchange/manifest.ts'
import { sayPlace } from '#shared/verify/say-verification.ts'
import { worstOf, type Check } from '#shared/verify/verification.ts'
import { STORE_FORMAT } from '../store/marker.ts'
import { VERSION } from '../version.ts'
import type { SurveyedStore } from './survey-stores.ts'

/** What the host and the page know of themselves. */
export interface DiagnosticFacts {
  readonly versions: Readonly<Record<string, string | undefined>>
  readonly system: string
  /** Hundredths. */
  readonly scale: number
  readonly languages: readonly string[]
  readonly interfaceLanguage: string
  readonly stores: readonly SurveyedStore[]
  /** One number per store, drawn for this file. */
  readonly numbers: readonly number[]
  readonly logLines: readonly string[]
}

type Words = (key: string, values?: Readonly<Record<string, unknown>>) => string

const PLACES_TOLD = 5

/** Programs whose versions are told. */
const PROGRAMS = ['electron', 'chrome', 'node', 'v8'] as const

/** The whole text of the diagnostic file: numbers, codes and versions; no text of a note, no name, no path. */
export function diagnosticText(facts: DiagnosticFacts, words: Words): string {
  const say = (key: string, values?: Readonly<Record<string, unknown>>) => words(`diagnostics:file.${key}`, values)
  const line = (key: string, value: unknown) => `  ${say(key)}: ${String(value)}`
  const { versions, system, scale, languages, interfaceLanguage, stores, numbers, logLines } = facts
  const told = PROGRAMS.flatMap((name) => (versions[name] === undefined ? [] : [`  ${name}: ${versions[name]}`]))
  return [
    say('heading'),
    say('privacy'),
    '',
    say('program'),
    line('version', VERSION),
    line('bundleFormat', BUNDLE_FORMAT),
    line('storeFormat', STORE_FORMAT),
    ...told,
    line('system', system),
    line('languages', languages.join(', ')),
    line('interface', interfaceLanguage),
    line('scale', `${scale} %`),
    '',
    say('stores'),
    ...(stores.length === 0 ? [`  ${say('none')}`] : []),
    ...stores.flatMap((store, index) => sayStore(store, numbers[index] ?? index + 1)),
    '',
    say('log'),
    ...(logLines.length === 0 ? [`  ${say('noLog')}`] : logLines.map((one) => `  ${one}`)),
    '',
  ].join('\n')

  function sayFaults({ check, count, places }: Check): readonly string[] {
    const told = places.slice(0, PLACES_TOLD).map((place) => `    ${sayPlace(place, words)}`)
    return [`  ${words(`verify:check.${check}`)}: ${count}`, ...told]
  }

  function sayStore({ report, code, bytes, copyBytes }: SurveyedStore, number: number): readonly string[] {
    const weights = [line('bytes', bytes), line('copyBytes', copyBytes)]
    const heading = `- ${say('store', { number })}`
    if (report === null || report.subject.type !== 'store') {
      return [heading, `  ${say('unread', { code: code ?? '' })}`, ...weights]
    }
    const { subject, checks, notes, operations } = report
    return [
      heading,
      line('state', words(`verify:state.${worstOf(checks)}`)),
      line('format', subject.format ?? '–'),
      line('notes', notes),
      line('operations', operations),
      line('entries', subject.entries),
      line('segments', subject.segments),
      line('generations', subject.generations),
      ...weights,
      ...checks.filter(({ state }) => state !== 'good').flatMap(sayFaults),
    ]
  }
}
