import { contextOfFailure } from '#shared/contract/failure-context.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { failureContext } from '#shared/programme/failure-context.ts'

type Words = (key: string, values?: object) => string
type TableFailure = Parameters<typeof failureContext>[0]

/** Something that no catalogue says; an empty text would be taken for a missing one. */
const ABSENT = '\u0000'

/** What happened, whether anything is lost, and what to do; the words of the page where it knows the failure too. */
export function sayFailure(failure: { readonly type: string }, translate: Translate): string {
  const words = translate as unknown as Words
  const has = (key: string): boolean => words(key, { defaultValue: ABSENT }) !== ABSENT
  const own = `cli:failure.${failure.type}`
  if (has(own))
    return words(own, { ...printable(failure), context: 'near' in failure && failure.near !== '' ? 'near' : '' })
  const [key, values] = 'about' in failure ? aboutTable(failure) : [`failure:${failure.type}`, inContext(failure)]
  if (!has(`${key}.what`)) return words('cli:failure.other', printable(failure))
  const where = 'file' in failure && !('about' in failure) ? `${String(failure.file)} — ` : ''
  return `${where}${words(`${key}.what`, values)}\n${words(`${key}.safe`, values)}\n${words(`${key}.do`, values)}`
}

function aboutTable(failure: object): readonly [string, object] {
  const { reason, about, file } = failure as { reason: string; about: object; file: string }
  const context = failureContext({ ...about, type: reason } as TableFailure)
  return [`import:failure.${reason}`, { ...about, file, context }]
}

const inContext = (failure: object): Readonly<Record<string, unknown>> => ({
  ...printable(failure),
  context: contextOfFailure({ ...failure }),
})

const printable = (failure: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(failure).map(([key, value]) => [key, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  )
