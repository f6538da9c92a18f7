import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCsv } from '#node/import/read-csv.ts'
import { folded, NearDuplicates, type Folded } from '#shared/merge/near-duplicates.ts'
import { chance } from '../build/chance.ts'
import { tell, timed } from './figures.ts'
import { REWRITES, rewritten, type Rewrite } from './rewrite.ts'
import { SENTENCES, sentences } from './sentences.ts'

const SIZES = process.argv.includes('--small') ? [1_000] : [1_000, 10_000, 100_000]
const LEVELS = Object.keys(REWRITES) as Rewrite[]
/** A file of a section. */
const COMING = 500
/** A planted rewriting for so many notes, as far as the file of those that come goes. */
const PLANTED = 450

const isJson = process.argv.includes('--json')

interface Text {
  readonly lang: string
  readonly text: string
}

/** Rewritings found, in a hundred, by language and share of the words that were altered. */
function recall(name: string, texts: readonly Text[]): void {
  for (const lang of new Set(texts.map((one) => one.lang))) {
    const own = texts.filter((one) => one.lang === lang).map(({ text }) => text)
    const search = new NearDuplicates()
    const here = own.map((text, index) => folded(String(index), text))
    for (const note of here) search.learn(note)
    for (const note of here) search.add(note)
    const lexicon = own.slice(0, 500).flatMap((text) => text.split(/\s+/u))
    const shares = LEVELS.map((level) => foundOf(search, own, here, lexicon, level))
    const [light, medium, heavy] = shares
    const figure = {
      bench: 'duplicates',
      case: `recall, ${name}`,
      lang,
      n: own.length,
      unit: '%',
      light,
      medium,
      heavy,
    }
    if (isJson) console.log(JSON.stringify(figure))
    else console.log(`duplicates · recall, ${name}, ${lang}, n = ${own.length}: ${shares.join(' / ')} %`)
  }
}

function foundOf(
  search: NearDuplicates,
  texts: readonly string[],
  here: readonly Folded[],
  lexicon: readonly string[],
  level: Rewrite,
): number {
  const dice = chance(REWRITES[level])
  const step = Math.max(1, Math.floor(texts.length / PLANTED))
  let [planted, found] = [0, 0]
  for (let index = 0; index < texts.length; index += step) {
    planted += 1
    const again = folded('again', rewritten(texts[index] ?? '', level, lexicon, dice))
    // Of notes that say the very same, any will do.
    if (search.ask(again).some(({ id }) => here[Number(id)]?.folded === here[index]?.folded)) found += 1
  }
  return Math.round((1000 * found) / planted) / 10
}

/** One file of a section against what is here, and everything against everything. */
async function search(name: string, texts: readonly string[]): Promise<void> {
  const dice = chance(3)
  const lexicon = texts.slice(0, 500).flatMap((text) => text.split(/\s+/u))
  const coming = Array.from({ length: COMING }, (_, index) =>
    index < PLANTED
      ? rewritten(dice.one(texts), LEVELS[index % LEVELS.length] ?? 'light', lexicon, dice)
      : `${dice.one(texts)} ${dice.one(texts)}`,
  )
  let here: readonly Folded[] = []
  // The least that any search does: bring each text to the spelling that is compared.
  const limit = await timed(() => {
    here = texts.map((text, index) => folded(String(index), text))
  })
  const index = new NearDuplicates()
  const whole = await timed(() => {
    for (const note of here) index.learn(note)
    for (const note of here) {
      index.ask(note)
      index.add(note)
    }
  })
  const own = await timed(() => {
    for (const [number, text] of coming.entries()) index.ask(folded(`new ${number}`, text))
  })
  tell(
    'duplicates',
    `${name}, all against all, ${Math.round((1000 * (whole + limit)) / texts.length)} µs a note`,
    texts.length,
    whole + limit,
    null,
    limit,
  )
  tell(
    'duplicates',
    `${name}, ${COMING} against all, ${Math.round((1000 * own) / COMING)} µs a note`,
    texts.length,
    own,
    null,
    null,
  )
}

/** Texts of a column of a table of the folder that RAPPORTEUR_CORPUS names. */
function column(file: string, name: string, lang?: string): readonly Text[] {
  const table = readCsv(readFileSync(join(process.env['RAPPORTEUR_CORPUS'] ?? '', file)))
  if (!table.ok) throw new Error(table.failure.type)
  return table.value.rows.flatMap(({ cells }) => {
    const text = cells[name] ?? ''
    return text.length < 30 ? [] : [{ text, lang: lang ?? cells['lang'] ?? '' }]
  })
}

const real = (): readonly Text[] => [
  ...column('granddebat_idees_fr.csv', 'text'),
  ...column('an_egalite_contributions_fr.csv', 'text'),
  ...column('reunions_fr_transcription_compte_rendu.csv', 'compte_rendu', 'fr'),
  ...column('onu_debat_general_2017_en.csv', 'text'),
  ...column('polis_statements.csv', 'text').filter(({ lang }) => lang === 'en'),
  ...column('decide_madrid_propuestas_es.csv', 'text'),
  ...column('dudh_multilingue.csv', 'text').filter(({ lang }) => lang === 'ar'),
]

const langs = Object.keys(SENTENCES)
const synthetic = (size: number): readonly Text[] => {
  const dice = chance(size)
  return langs.flatMap((lang) => sentences(lang, size / langs.length, dice).map((text) => ({ lang, text })))
}

if (process.argv.includes('--real')) {
  const texts = real()
  recall('real', texts)
  await search(
    'real',
    texts.map(({ text }) => text),
  )
} else {
  recall('written', synthetic(Math.min(10_000, Math.max(...SIZES))))
  for (const size of SIZES)
    await search(
      'written',
      synthetic(size).map(({ text }) => text),
    )
}
