import { canonical } from '#shared/operation/canonical.ts'
import { idOf } from '../../build/author.ts'
import { SESSION } from '../a-consultation.ts'
import type { BadBundle, Outcome } from './bad-input.ts'
import { aNote, bundleOf, forgedLine, operation, partsOf, SECRET } from './bundle-kit.ts'
import { rawZip } from './raw-zip.ts'

const aside = (reason: Extract<Outcome, { outcome: 'aside' }>['reason']): Outcome => ({ outcome: 'aside', reason })
const badHead: Outcome = { outcome: 'reject', type: 'BadManifest' }
const kept = (warning: Extract<Outcome, { outcome: 'warn' }>['warning']): Outcome => ({ outcome: 'warn', warning })
const seen = (what: Extract<Outcome, { outcome: 'settle' }>['seen']): Outcome => ({ outcome: 'settle', seen: what })

/** A good note beside a line of this text: what is bad stops nothing else. */
const beside = (line: string): Buffer => bundleOf([canonical(aNote()), line])
const replaced = (from: string, to: string) => (): Buffer => beside(forgedLine((text) => text.replace(from, to)))
/** The same note, which says one thing more. */
const saying = (set: Parameters<typeof aNote>[0]) => (): Buffer => bundleOf([canonical(aNote(set))])
const manifestSays = (text: string) => (): Buffer => {
  const parts = partsOf([canonical(aNote())])
  return rawZip(
    Object.entries(parts).map(([name, bytes]) => ({ name, bytes: name === 'manifest.json' ? text : bytes })),
  )
}
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
const atRecord = (record: string) => (): Buffer => beside(canonical(aNote({}, { record })))
const idWith = (sign: string): string => `${idOf('x').slice(0, 21)}${sign}`

/** What stands in the lines of a bundle, and in its manifest. */
export const CONTENTS: readonly BadBundle[] = [
  { id: 'ENC-01', make: () => withMark(), expected: { outcome: 'accept' } },
  { id: 'ENC-09', make: replaced(SECRET, '\\ud800x'), expected: aside('broken-letters') },
  { id: 'ENC-10', make: saying({ text: 'é' }), expected: { outcome: 'accept' } },
  { id: 'ENC-10 decomposed', make: replaced(SECRET, 'e\u0301'), expected: aside('other-form') },
  ...[40_000, 100_000].map((times) => ({
    id: `ENC-10 without end ${times}`,
    make: replaced(SECRET, `e${'\u0301'.repeat(times)}${'\u0327'.repeat(times)}`),
    expected: aside('broken-letters'),
  })),
  { id: 'JSON-01', make: () => beside(nested(400_000)), expected: aside('too-deep') },
  { id: 'JSON-01 manifest', make: manifestSays(nested(400_000)), expected: badHead },
  { id: 'JSON-01 quotes', make: () => beside(`"${'\\"'.repeat(400_000)}`), expected: aside('not-json') },
  { id: 'JSON-03', make: () => saysKey('__proto__'), expected: aside('not-an-operation') },
  { id: 'JSON-03 constructor', make: saying({ constructor: 'x', prototype: 'y' }), expected: kept('UnknownFields') },
  {
    id: 'JSON-04',
    make: () => beside(forgedLine((text) => text.replace('{"set"', '{"set":{},"set"'))),
    expected: aside('key-twice'),
  },
  { id: 'JSON-06', make: replaced(`"${SECRET}"`, 'NaN'), expected: aside('not-json') },
  { id: 'JSON-07', make: replaced(`"${SECRET}"`, '9007199254740993'), expected: aside('number') },
  { id: 'JSON-07 infinite', make: replaced(`"${SECRET}"`, '1e400'), expected: aside('number') },
  ...['null', '[]', '"x"', '5', 'true'].map((text) => ({
    id: `JSON-09 ${text}`,
    make: manifestSays(text),
    expected: badHead,
  })),
  ...['null', '[]', '"x"', '5'].map((text) => ({
    id: `JSON-09 line ${text}`,
    make: () => beside(text),
    expected: aside('no-object'),
  })),
  { id: 'JSON-10', make: manifestSays("{'a':1,}"), expected: badHead },
  { id: 'JSON-10 line', make: () => beside("{'a':1,}"), expected: aside('not-json') },
  {
    id: 'JSON-12',
    make: () => manyLines(500_001),
    expected: { outcome: 'reject', type: 'TooLarge', about: { what: 'operations' } },
  },
  { id: 'JSON-15', make: () => bundleOf([]), expected: kept('NothingInside') },
  { id: 'JSON-16', make: saying({ toString: 'x', hasOwnProperty: 'y' } as never), expected: kept('UnknownFields') },
  { id: 'JSON-16 empty', make: atRecord(''), expected: aside('not-an-operation') },
  { id: 'JSON-16 blank', make: atRecord(' '), expected: aside('not-an-operation') },
  { id: 'MERGE-03', make: () => again(), expected: seen('nothing-new') },
  { id: 'MERGE-04', make: () => outOfOrder(), expected: seen('nothing-new') },
  { id: 'MERGE-06', make: () => clones(), expected: seen('both-kept') },
  {
    id: 'MERGE-07',
    make: () => bundleOf([canonical(aNote({}, { at: Date.now() + 3 * 365 * 86_400_000 }))]),
    expected: kept('ClockAhead'),
  },
  { id: 'MERGE-09', make: () => cycle(), expected: seen('cycle-cut') },
  { id: 'MERGE-10', make: saying({ session: idOf('nowhere'), voice: idOf('nobody') }), expected: seen('unassigned') },
  { id: 'MERGE-13', make: atRecord(idWith('а')), expected: aside('not-an-operation') },
  { id: 'MERGE-15', make: atRecord('x'.repeat(10_000)), expected: aside('not-an-operation') },
  ...['/', '\\', '.', ':', '*'].map((sign) => ({
    id: `MERGE-15 ${sign}`,
    make: atRecord(idWith(sign)),
    expected: aside('not-an-operation'),
  })),
  { id: 'MERGE-16', make: saying({ futureField: 'kept' }), expected: kept('UnknownFields') },
  { id: 'MERGE-16 major', make: manifestSays('{"format":9}'), expected: { outcome: 'reject', type: 'TooNew' } },
  { id: 'MERGE-21', make: () => relaxed(), expected: seen('stricter-stays') },
  { id: 'TEXT-01', make: saying({ text: 'invoice\u202efdp.exe' }), expected: kept('HiddenMark') },
  { id: 'TEXT-03', make: saying({ text: 'a\ufffeb\uffffc' }), expected: { outcome: 'accept' } },
  { id: 'TEXT-04', make: saying({ text: ']]></w:t><w:p>&' }), expected: { outcome: 'accept' } },
  { id: 'TEXT-07', make: saying({ text: '<img src=x onerror=alert(1)>' }), expected: { outcome: 'accept' } },
  { id: 'TEXT-09', make: saying({ text: 'قال 2026 The Chair شكرا 你好 นमस्ते' }), expected: { outcome: 'accept' } },
  { id: 'TEXT-10', make: saying({ text: '𝐂𝐡𝐚𝐢𝐫 １２ ﬁ' }), expected: { outcome: 'accept' } },
  {
    id: 'class',
    make: () => beside(canonical(operation({ person: 'Awa Diop' }, { kind: 'voice' }))),
    expected: aside('wrong-class'),
  },
  {
    id: 'forged',
    make: () => beside(canonical({ ...aNote(), id: canonical(aNote()).slice(0, 43) })),
    expected: aside('not-an-operation'),
  },
  {
    id: 'forged text',
    make: () => beside(canonical(aNote()).replace(SECRET, 'CANARI autre chose')),
    expected: aside('forged-body'),
  },
  {
    id: 'stranger',
    make: () => beside(canonical({ ...aNote(), head: { ...aNote().head, c: idOf('other') } })),
    expected: aside('other-consultation'),
  },
]

function withMark(): Buffer {
  const parts = partsOf([canonical(aNote())])
  return rawZip(Object.entries(parts).map(([name, bytes]) => ({ name, bytes: `\ufeff${bytes}` })))
}

const saysKey = (key: string): Buffer => beside(forgedLine((text) => text.replace('{"set":{', `{"set":{"${key}":"x",`)))

const manyLines = (count: number): Buffer => bundleOf(Array.from({ length: count }, (_, index) => String(index)))

/** The same file, twice. */
function again(): readonly Uint8Array[] {
  const file = bundleOf([canonical(aNote())])
  return [file, file]
}

/** A correction, then the file from before it. */
function outOfOrder(): readonly Uint8Array[] {
  const note = aNote()
  const correction = operation({ text: 'CANARI corrigé' }, { record: note.head.r, over: { text: [note.id] } })
  return [bundleOf([canonical(note), canonical(correction)].toSorted()), bundleOf([canonical(note)])]
}

/** Two computers that bear one identity and count alike. */
function clones(): readonly Uint8Array[] {
  const [stream, record] = [idOf('a clone'), idOf('of one note')]
  const wrote = (text: string): Buffer => bundleOf([canonical(aNote({ text }, { record, stream, counter: 7 }))])
  return [wrote('CANARI l’un'), wrote('CANARI l’autre')]
}

/** Two themes, each joined into the other. */
function cycle(): Buffer {
  const [a, b] = [idOf('theme a'), idOf('theme b')]
  const theme = (record: string, into: string): string =>
    canonical(operation({ label: 'Thème', into }, { kind: 'theme', record }))
  return bundleOf([theme(a, b), theme(b, a)].toSorted())
}

/** A session of a strict rule, of which a stranger says that it is on the record. */
function relaxed(): Buffer {
  return bundleOf(
    [canonical(operation({ level: 1 }, { kind: 'session', record: SESSION })), canonical(aNote())].toSorted(),
  )
}
