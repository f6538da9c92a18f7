import { isKind, type Note, type Records } from '../../model/record.ts'
import { labelKey, type Choice } from '../label-index.ts'
import { nameKey } from './form-people.ts'
import type { FilledForm } from './read-form.ts'

type Line = FilledForm['notes'][number]

/**
 * The lines whose notes are in the sitting already: put in from this file, or with the same words of the same person on the
 * same axis. The same form saved again, in another format or after some lines were corrected, then adds only these lines.
 * Each note answers for one line: the same words twice are two notes.
 */
export function earlierLines(
  lines: readonly Line[],
  session: string,
  records: Records,
  idOf: (line: number) => string,
  axisOf: (axis: Choice) => string,
): ReadonlySet<number> {
  const free = new Map<string, string[]>()
  const own = new Set(lines.map(({ line }) => idOf(line)))
  for (const record of records.values()) {
    if (!isKind(record, 'note') || record.f.session !== session || own.has(record.id)) continue
    const key = keyOfNote(record, records)
    free.set(key, [...(free.get(key) ?? []), record.id])
  }
  const found = new Set<number>()
  for (const line of lines)
    if (records.has(idOf(line.line)) || free.get(keyOfLine(line, axisOf(line.axis)))?.shift() !== undefined)
      found.add(line.line)
  return found
}

const keyOf = (text: string, axis: string, name: string, organisation: string): string =>
  [text, axis, name === '' ? '' : nameKey(name), organisation === '' ? '' : labelKey(organisation)].join('\u001f')

const keyOfLine = ({ text, person }: Line, axis: string): string =>
  keyOf(text, axis, `${person?.givenName ?? ''} ${person?.name ?? ''}`.trim(), person?.organisation ?? '')

function keyOfNote({ f }: Note, records: Records): string {
  const voice = records.get(f.voice ?? '')
  const said = voice !== undefined && isKind(voice, 'voice') ? voice.f : {}
  const at = (id: string | undefined, field: string): string => String(records.get(id ?? '')?.f[field] ?? '')
  const name = `${at(said.person, 'givenName')} ${at(said.person, 'name')}`.trim()
  return keyOf(f.text ?? '', f.axis ?? '', name, at(said.organisation, 'name'))
}
