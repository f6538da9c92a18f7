import { kinds } from '../model/kinds.ts'
import type { Field, Kind } from '../model/kind.ts'
import { fail, ok } from '../kit/result.ts'
import type { Result } from '../kit/result.ts'
import { resolve } from './resolve.ts'
import { templateSchema } from './template.ts'
import type { Template, TemplateRecord } from './template.ts'

/** Why a file is not a template; `key` and `field` say where, in the words of the file. */
export type TemplateFailure =
  | { readonly type: 'not-a-template'; readonly issues: readonly string[] }
  | { readonly type: 'no-consultation' }
  | { readonly type: 'repeated-key'; readonly key: string }
  | { readonly type: 'unknown-kind'; readonly key: string; readonly kind: string }
  | { readonly type: 'unknown-field'; readonly key: string; readonly field: string }
  | { readonly type: 'wrong-value'; readonly key: string; readonly field: string }
  | { readonly type: 'unknown-reference'; readonly key: string; readonly field: string }

const kindNamed = (name: string): Kind | undefined =>
  Object.hasOwn(kinds, name) ? (kinds as Readonly<Record<string, Kind>>)[name] : undefined

/** Any text of the shape of an id: checking a file needs no digest. */
const SOME_ID = '_'.repeat(22)

const fieldOf = (kind: Kind, name: string): Field | undefined =>
  Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined

function fieldFailure(kind: Kind, key: string, field: string, value: unknown): TemplateFailure | undefined {
  const [set] = field.split(':', 1)
  if (set !== undefined && set !== field && Object.hasOwn(kind.sets, set))
    return typeof value === 'boolean' ? undefined : { type: 'wrong-value', key, field }
  const declared = fieldOf(kind, field)
  if (declared === undefined) return { type: 'unknown-field', key, field }
  return declared.type.safeParse(value).success ? undefined : { type: 'wrong-value', key, field }
}

function recordFailure(record: TemplateRecord, keys: ReadonlySet<string>): TemplateFailure | undefined {
  const { key } = record
  const kind = kindNamed(record.kind)
  if (kind === undefined) return { type: 'unknown-kind', key, kind: record.kind }
  const { values, lost } = resolve(record.set, (name) => (keys.has(name) ? SOME_ID : undefined))
  if (lost[0] !== undefined) return { type: 'unknown-reference', key, field: lost[0] }
  for (const [field, value] of Object.entries(values)) {
    const failure = fieldFailure(kind, key, field, value)
    if (failure !== undefined) return failure
  }
  return undefined
}

function recordsFailure(records: readonly TemplateRecord[]): TemplateFailure | undefined {
  const keys = new Set<string>()
  for (const { key } of records) {
    if (keys.has(key)) return { type: 'repeated-key', key }
    keys.add(key)
  }
  if (!records.some((record) => record.key === 'consultation' && record.kind === 'consultation'))
    return { type: 'no-consultation' }
  for (const record of records) {
    const failure = recordFailure(record, keys)
    if (failure !== undefined) return failure
  }
  return undefined
}

/** Reads a template file: its shape, then every record's kind, fields, values and references; the first failure wins. */
export function decodeTemplate(json: unknown): Result<Template, TemplateFailure> {
  const parsed = templateSchema.safeParse(json)
  if (!parsed.success)
    return fail({
      type: 'not-a-template',
      issues: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    })
  const failure = recordsFailure(parsed.data.records)
  return failure === undefined ? ok(parsed.data) : fail(failure)
}
