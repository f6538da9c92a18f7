import { join } from 'node:path'
import type { ArchiveContract } from '#shared/contract/archive-contract.ts'
import type { Client } from '#shared/contract/method.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { Result } from '#shared/kit/result.ts'
import { demoBundles, demoFindings, shuffledNames, type DemoFindings } from '#node/compose-demo.ts'
import { EXIT, exitCodeOf, type ExitCode } from './exit-codes.ts'
import { VOICES } from './import-verbs.ts'
import { parseWords } from './parse-words.ts'
import { sayFailure } from './say-failure.ts'
import { among, needed, type Grammar } from './verb.ts'

const LANGUAGE = 'fr'
interface Given {
  readonly from?: string
  readonly map?: string
  readonly voices?: (typeof VOICES)[number]
  readonly out?: string
}
const GRAMMAR: Grammar = { files: 'none', options: { from: 'string', map: 'string', voices: 'string', out: 'string' } }

/**
 * From the sample, or from a table of one's own: one file per section as if by as many rapporteurs, put together in a
 * random order, coverage and readings, the global synthesis and one regional synthesis.
 */
export async function runDemo(
  client: Client<ArchiveContract>,
  words: readonly string[],
  translate: Translate,
): Promise<ExitCode> {
  const parsed = parseWords(GRAMMAR, words)
  if (!parsed.ok) return refuse(parsed.failure, translate)
  const { options } = parsed.value
  const wrong = among(options, 'voices', VOICES) ?? (options['from'] === undefined ? null : needed(options, ['map']))
  if (wrong !== null && !wrong.ok) return refuse(wrong.failure, translate)
  const { from, map, voices = 'row', out: folder = join('out', 'demo') } = options as Given
  const say = translate as unknown as (key: string, values?: object) => string
  const bundles = await demoBundles(folder, from === undefined ? null : { table: from, map: map ?? '', voices })
  if (!bundles.ok) return refuse(bundles.failure, translate)
  console.log(say('cli:demo.bundles', { count: bundles.value.length, folder }))
  const files = shuffledNames(bundles.value)
  console.log(say('cli:demo.order', { order: files.map((file) => file.slice(folder.length + 1)).join(', ') }))
  const out = join(folder, 'merged.rapx')
  const merged = await client['archive.merge']({ files, out, dryRun: false })
  if (!merged.ok) return refuse(merged.failure, translate)
  const findings = await demoFindings(out)
  printFindings(findings, say)
  const written = await writeSyntheses(client, folder, out, findings)
  if (!written.ok) return refuse(written.failure, translate)
  console.log(say('cli:demo.written', { files: [...bundles.value, out, ...written.value].join(', ') }))
  return EXIT.done
}

function printFindings(
  { coverage, readings, sections }: DemoFindings,
  say: (key: string, values?: object) => string,
): void {
  console.log(`\n${say('cli:demo.coverage')}`)
  const wide = Math.max(...coverage.map(({ axis }) => axis.length))
  console.log(`${' '.repeat(wide + 2)}${sections.map((name) => name.padStart(6)).join('')}`)
  for (const { axis, voices } of coverage) {
    console.log(`  ${axis.padEnd(wide)}${voices.map((n) => String(n ?? '–').padStart(6)).join('')}`)
  }
  console.log(`\n${say('cli:demo.readings')}`)
  for (const reading of readings) {
    console.log(say('cli:demo.reading', { ...reading, reading: say(`document:reading.${reading.kind}`) }))
  }
}

async function writeSyntheses(
  client: Client<ArchiveContract>,
  folder: string,
  file: string,
  { richestSection }: DemoFindings,
): Promise<Result<readonly string[], { readonly type: string }>> {
  const global = join(folder, 'synthese-mondiale.docx')
  const world = await client['archive.report']({ file, type: 'global', lang: LANGUAGE, out: global })
  if (!world.ok) return world
  if (richestSection === null) return { ok: true, value: [global] }
  const regional = join(folder, 'synthese-regionale.docx')
  const { ok, ...rest } = await client['archive.report']({
    file,
    type: 'regional',
    region: richestSection,
    lang: LANGUAGE,
    out: regional,
  })
  return ok ? { ok, value: [global, regional] } : ({ ok, ...rest } as Result<never, { readonly type: string }>)
}

function refuse(failure: { readonly type: string }, translate: Translate): ExitCode {
  console.error(sayFailure(failure, translate))
  return exitCodeOf(failure.type)
}
