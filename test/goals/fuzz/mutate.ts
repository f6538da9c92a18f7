import { PARTS } from '#shared/exchange/bundle.ts'
import { sha256 } from '../../build/author.ts'
import type { Chance } from '../../build/chance.ts'
import { rawZip, type RawPart } from '../bad-inputs/raw-zip.ts'
import type { Parts } from './corpus.ts'
import { changeOperation, objectIn, ODD_VALUES, someOperation } from './mutate-operation.ts'

/** A file made from whole ones by a few changes: of its bytes, its container, its manifest, its lines, its operations. */
export function mutated(bundles: readonly Parts[], random: Chance): Buffer {
  const parts = { ...random.one(bundles) }
  const times = 1 + random.below(3)
  for (let time = 0; time < times; time += 1) random.one(OF_PARTS)(parts, random, bundles)
  // Whoever forges a file computes its digests again; a damaged one keeps the old ones.
  if (random.in100(85)) reseal(parts)
  const zip = random.in100(15) ? forgedZip(parts, random) : rawZip(rawParts(parts))
  return random.in100(25) ? damaged(zip, random) : zip
}

type Mutable = Record<string, string>
type Change = (parts: Mutable, random: Chance, bundles: readonly Parts[]) => void

const OF_PARTS: readonly Change[] = [
  changeLines,
  changeLines,
  changeOperations,
  changeOperations,
  changeOperations,
  changeOperations,
  changeManifest,
  changeDrops,
  mixBundles,
  changeCharacters,
  () => {},
]

/** Digests of the manifest are those of its parts again. */
function reseal(parts: Mutable): void {
  const manifest = readManifest(parts)
  if (manifest === null) return
  manifest['root'] = sha256(parts[PARTS.operations] ?? '')
  if ('dropsRoot' in manifest) manifest['dropsRoot'] = sha256(parts[PARTS.drops] ?? '')
  parts[PARTS.manifest] = `${JSON.stringify(manifest)}\n`
  // Nobody but its author can sign it again.
  delete parts[PARTS.signature]
}

function readManifest(parts: Mutable): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(parts[PARTS.manifest] ?? '')
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : null
  } catch {
    return null
  }
}

const linesIn = (parts: Mutable, name: string): string[] => (parts[name] ?? '').split('\n').slice(0, -1)
const setLines = (parts: Mutable, name: string, lines: readonly string[]): void => {
  parts[name] = lines.map((line) => `${line}\n`).join('')
}

const ODD_LINES = [
  '',
  ' ',
  'null',
  '[]',
  '{}',
  '"x"',
  '{',
  '\ufeff{}',
  '{"__proto__":{"x":1}}',
  '['.repeat(3_000),
  '{"a":'.repeat(2_000),
  `"${'\\"'.repeat(3_000)}`,
  `{"text":"a${'\u0301\u0327'.repeat(3_000)}"}`,
  '\u2028',
  '\u0000',
]

function changeLines(parts: Mutable, random: Chance): void {
  const lines = linesIn(parts, PARTS.operations)
  const at = random.below(lines.length + 1)
  const line = lines[at] ?? ''
  const cut = random.below(line.length + 1)
  const ways: readonly (readonly string[])[] = [
    [],
    [line, line],
    [line.slice(0, cut), line.slice(cut)],
    [line.slice(0, cut)],
    [`${line}${lines[at + 1] ?? ''}`],
    [random.one(ODD_LINES), line],
    [line.toUpperCase()],
    [`${line}\r`],
    [` ${line}`],
  ]
  lines.splice(at, 1, ...random.one(ways))
  setLines(parts, PARTS.operations, lines)
}

function changeOperations(parts: Mutable, random: Chance, bundles: readonly Parts[]): void {
  const lines = linesIn(parts, PARTS.operations)
  changeOperation(lines, random, bundles)
  setLines(parts, PARTS.operations, random.in100(80) ? lines.toSorted() : lines)
}

function changeManifest(parts: Mutable, random: Chance): void {
  const manifest = readManifest(parts)
  if (manifest === null) return
  const key = random.one([...Object.keys(manifest), 'backup', 'more'])
  if (random.in100(25)) delete manifest[key]
  else manifest[key] = random.one([...ODD_VALUES, 'backup', 'projection', 'complete', 'public', 99])
  parts[PARTS.manifest] = `${JSON.stringify(manifest)}\n`
}

function changeDrops(parts: Mutable, random: Chance, bundles: readonly Parts[]): void {
  const stranger = someOperation(random, bundles)
  const record = objectIn(stranger, 'head')['r']
  const odd = [
    JSON.stringify(stranger['id'] ?? 'x'),
    JSON.stringify({ r: record ?? 'x', k: [random.one(['c', 'n', 'z'])], why: random.one(['asked', 'x']) }),
    ...ODD_LINES,
  ]
  setLines(parts, PARTS.drops, [...linesIn(parts, PARTS.drops), random.one(odd)])
}

function mixBundles(parts: Mutable, random: Chance, bundles: readonly Parts[]): void {
  const name = random.one([PARTS.operations, PARTS.manifest, PARTS.drops])
  const other = random.one(bundles)[name] ?? ''
  parts[name] = name === PARTS.operations && random.in100(50) ? `${parts[name] ?? ''}${other}` : other
}

const ODD_SIGNS = ['\u0000', '\n', '"', '\\', '{', '}', '\ud800', '\u0301', '9', '-', 'é', '\ufeff']

function changeCharacters(parts: Mutable, random: Chance): void {
  const name = random.one(Object.keys(parts))
  const text = parts[name] ?? ''
  const at = random.below(text.length + 1)
  parts[name] = text.slice(0, at) + random.one(ODD_SIGNS) + text.slice(at + random.below(3))
}

const rawParts = (parts: Parts): RawPart[] =>
  Object.entries(parts).map(([name, bytes]) => ({ name, bytes, stored: true }))

const ODD_NAMES = ['../x', 'C:\\x', 'OPS.ndjson', '__MACOSX/x', '.DS_Store', 'x', '', 'a\u0000', 'manifest.json', '/']

function forgedZip(parts: Parts, random: Chance): Buffer {
  const raw = rawParts(parts)
  const at = random.below(raw.length)
  const part = raw[at] ?? { name: 'x', bytes: '' }
  const ways: readonly (() => void)[] = [
    () => raw.push({ name: random.one(ODD_NAMES), bytes: random.one(['', 'x']), stored: true }),
    () => (raw[at] = { ...part, stored: false }),
    () => (raw[at] = { ...part, flags: 1 << random.below(16) }),
    () => (raw[at] = { ...part, mode: random.below(65_536) }),
    () => (raw[at] = { ...part, unpacked: random.below(100_000), stored: random.in100(50) }),
    () => (raw[at] = { ...part, crc: random.below(2 ** 31) }),
    () => (raw[at] = { ...part, localName: random.one(ODD_NAMES) }),
    () => raw.splice(at, 1),
  ]
  random.one(ways)()
  return rawZip(raw, random.in100(10) ? random.below(70_000) : raw.length)
}

function damaged(zip: Buffer, random: Chance): Buffer {
  const [at, length] = [random.below(zip.length), 1 + random.below(64)]
  switch (random.below(5)) {
    case 0:
      return zip.subarray(0, at)
    case 1:
      return Buffer.concat([zip.subarray(0, at), zip.subarray(at + length)])
    case 2:
      return Buffer.concat([zip.subarray(0, at + length), zip.subarray(at)])
    case 3:
      return Buffer.concat([zip.subarray(0, at), Buffer.alloc(length, random.below(256)), zip.subarray(at)])
    default: {
      const bytes = Buffer.from(zip)
      for (let time = 0; time <= random.below(4); time += 1) bytes[random.below(bytes.length)] = random.below(256)
      return bytes
    }
  }
}
