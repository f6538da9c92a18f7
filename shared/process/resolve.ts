import type { Value, Values } from '../operation/operation.ts'
import type { TemplateRecord } from './template.ts'

/** Finds the id of the record that a key names, or `undefined`. */
type FindKey = (key: string) => string | undefined

const resolveField = (field: string, find: FindKey): string | undefined => {
  const at = field.indexOf(':@')
  if (at === -1) return field
  const id = find(field.slice(at + 2))
  return id === undefined ? undefined : `${field.slice(0, at)}:${id}`
}

const resolveValue = (value: Value, find: FindKey): Value | undefined =>
  typeof value === 'string' && value.startsWith('@') ? find(value.slice(1)) : value

/** The record's values with every `@key` replaced by an id, and the fields whose key names nothing. */
export function resolve(set: TemplateRecord['set'], find: FindKey): { values: Values; lost: readonly string[] } {
  const values: Record<string, Value> = {}
  const lost: string[] = []
  for (const [field, value] of Object.entries(set)) {
    const [name, resolved] = [resolveField(field, find), resolveValue(value, find)]
    if (name === undefined || resolved === undefined) lost.push(field)
    else values[name] = resolved
  }
  return { values, lost }
}
