import { canonical } from '#shared/operation/canonical.ts'
import type { BadBundle, Outcome } from './bad-input.ts'
import { aNote, bundleOf, good } from './bundle-kit.ts'
import { rawZip, withEndlessDirectory, type RawPart } from './raw-zip.ts'

const refused = (reason: string): Outcome => ({ outcome: 'reject', type: 'PartRefused', about: { reason } })
const tooLarge = (what: string): Outcome => ({ outcome: 'reject', type: 'TooLarge', about: { what } })
const cut: Outcome = { outcome: 'reject', type: 'Truncated' }
const notOurs = (found: string): Outcome => ({ outcome: 'reject', type: 'NotABundle', about: { found } })

/** A whole bundle with one part more. */
const withPart = (part: Partial<RawPart>): Buffer => rawZip([...good(), { name: 'more.json', bytes: '{}', ...part }])
const named =
  (name: string): (() => Buffer) =>
  () =>
    withPart({ name })
/** A whole bundle whose operations are this part. */
const withOperations = (part: Partial<RawPart>): Buffer =>
  rawZip(good().map((one) => (one.name === 'ops.ndjson' ? { ...one, ...part } : one)))

function nested(depth: number): Buffer {
  let inside = rawZip([{ name: 'ops.ndjson', bytes: '' }])
  for (let level = 0; level < depth; level += 1) inside = rawZip([{ name: 'a.zip', bytes: inside }])
  return inside
}

const many = (count: number): Buffer =>
  rawZip(Array.from({ length: count }, (_, index) => ({ name: `part ${index}`, bytes: '', stored: true })))

const MEGABYTES_200 = 209_715_200
const zeros = (): Uint8Array => new Uint8Array(MEGABYTES_200)
/** Cut here and there for each judgement; every cut is a goal of its own. */
const CUTS = [1, 3, 4, 21, 22, 60, 200, 0.25, 0.5, 0.75, -100, -22, -1]
const cutAt = (bytes: Buffer, at: number): Uint8Array =>
  bytes.subarray(0, at < 0 ? bytes.length + at : at < 1 ? Math.floor(bytes.length * at) : at)

/** Containers that were forged, damaged, or are something else. */
export const CONTAINERS: readonly BadBundle[] = [
  { id: 'ZIP-01', make: () => withOperations({ bytes: zeros() }), expected: tooLarge('operationsBytes') },
  {
    id: 'ZIP-01 within the limit',
    make: () => withOperations({ bytes: zeros().subarray(0, 9e6) }),
    expected: tooLarge('ratio'),
  },
  { id: 'ZIP-03', make: () => withPart({ name: 'nested.zip', bytes: nested(6) }), expected: refused('unexpected') },
  { id: 'ZIP-04', make: () => withOperations({ bytes: zeros(), unpacked: 100 }), expected: refused('longer') },
  { id: 'ZIP-06', make: named('/etc/evil'), expected: refused('path') },
  { id: 'ZIP-06 upwards', make: named('../../evil'), expected: refused('path') },
  { id: 'ZIP-07', make: named('C:\\evil'), expected: refused('path') },
  { id: 'ZIP-09', make: named('\\\\server\\share\\x'), expected: refused('path') },
  {
    id: 'ZIP-10',
    make: () => withPart({ name: 'link', bytes: '/etc/passwd', mode: 0o120777 }),
    expected: refused('link'),
  },
  { id: 'ZIP-12', make: named('Ops.ndjson'), expected: refused('twice') },
  {
    id: 'ZIP-13',
    make: () => rawZip([...good(), { name: '\u00e9', bytes: '' }, { name: 'e\u0301', bytes: '' }]),
    expected: refused('twice'),
  },
  ...CUTS.map((at) => ({
    id: `ZIP-15 at ${at}`,
    make: () => cutAt(rawZip(good()), at),
    expected: Number.isInteger(at) && at > 0 && at < 4 ? notOurs('text') : cut,
  })),
  { id: 'ZIP-16', make: () => new Uint8Array(), expected: { outcome: 'reject', type: 'EmptyFile' } },
  { id: 'ZIP-18', make: () => withOperations({ localName: 'pps.ndjson' }), expected: refused('inconsistent') },
  { id: 'ZIP-18 sizes', make: () => overlapping(), expected: refused('inconsistent') },
  { id: 'ZIP-19', make: () => withOperations({ flags: 0x801 }), expected: refused('encrypted') },
  { id: 'ZIP-21', make: () => many(20_000), expected: tooLarge('entries') },
  { id: 'ZIP-22', make: () => withEndlessDirectory(rawZip(good()), 2n ** 63n), expected: cut },
  { id: 'ZIP-24', make: named('a\u0000b\n.json'), expected: refused('name') },
  { id: 'ZIP-25', make: named('__MACOSX/._manifest.json'), expected: { outcome: 'warn', warning: 'PassedOver' } },
  { id: 'ZIP-25 Windows', make: named('Thumbs.db'), expected: { outcome: 'warn', warning: 'PassedOver' } },
  { id: 'TYPE-01', make: () => Buffer.from('89504e470d0a1a0a', 'hex'), expected: notOurs('picture') },
  { id: 'TYPE-03', make: () => Buffer.from('[InternetShortcut]\nURL=file:///x\n'), expected: notOurs('shortcut') },
  { id: 'TYPE-06', make: () => '/dev/zero', expected: { outcome: 'reject', type: 'NotAFile' } },
  { id: 'TYPE-06 folder', make: () => '/', expected: { outcome: 'reject', type: 'NotAFile' } },
  {
    id: 'TYPE-07',
    make: () => bundleOf([], { consultation: 'other' }),
    expected: { outcome: 'reject', type: 'OtherConsultation' },
  },
  {
    id: 'ENC-07',
    make: () => withOperations({ bytes: Buffer.from('c0afeda080', 'hex') }),
    expected: refused('encoding'),
  },
  { id: 'JSON-13', make: () => withOperations({ unpacked: 537_000_000 }), expected: tooLarge('operationsBytes') },
  { id: 'MERGE-01', make: () => twice(), expected: { outcome: 'aside', reason: 'repeated' } },
]

/** Two parts that share their bytes. */
function overlapping(): Buffer {
  const zip = rawZip(good())
  const first = zip.indexOf(Buffer.from('504b0102', 'hex'))
  const second = zip.indexOf(Buffer.from('504b0102', 'hex'), first + 4)
  zip.writeUInt32LE(zip.readUInt32LE(first + 42), second + 42)
  return zip
}

function twice(): Buffer {
  const line = canonical(aNote())
  return bundleOf([line, line])
}
