import { normalise } from '../search/normalise.ts'

/** Names and three-letter codes, normalised, of the languages that consultations are held in most. */
const NAMES: Readonly<Record<string, string>> = {
  fr: 'francais french frances fra fre',
  en: 'anglais english ingles eng',
  es: 'espagnol spanish espanol castellano spa',
  ar: 'arabe arabic العربيه ara',
  ru: 'russe russian ruso русскии rus',
  zh: 'chinois chinese chino 中文 zho chi',
  pt: 'portugais portuguese portugues por',
  tr: 'turc turkish turco turkce tur',
  de: 'allemand german aleman deutsch deu ger',
  it: 'italien italian italiano ita',
  nl: 'neerlandais dutch neerlandes nederlands nld dut',
  ca: 'catalan catala cat',
  sw: 'swahili kiswahili suajili swa',
  id: 'indonesien indonesian indonesio ind',
  hi: 'hindi hin',
  ja: 'japonais japanese japones 日本語 jpn',
  ko: 'coreen korean coreano 한국어 kor',
  fa: 'persan persian persa fas per',
  uk: 'ukrainien ukrainian ucraniano ukr',
  el: 'grec greek griego ell gre',
  he: 'hebreu hebrew hebreo heb',
}
const codeByName = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => names.split(' ').map((name) => [name, code])),
)

/** Languages of a script, the most written first. */
const SCRIPTS: readonly (readonly [script: RegExp, languages: readonly string[]])[] = [
  // Before Han: Japanese mixes both.
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, ['ja']],
  [/\p{Script=Han}/gu, ['zh', 'ja', 'ko']],
  [/\p{Script=Arabic}/gu, ['ar', 'fa', 'ur', 'ps', 'ku', 'ug']],
  [/\p{Script=Cyrillic}/gu, ['ru', 'uk', 'bg', 'sr', 'mk', 'be', 'kk', 'ky', 'mn', 'tg']],
  [/\p{Script=Greek}/gu, ['el']],
  [/\p{Script=Hebrew}/gu, ['he', 'yi']],
  [/\p{Script=Hangul}/gu, ['ko']],
  [/\p{Script=Devanagari}/gu, ['hi', 'mr', 'ne']],
  [/\p{Script=Bengali}/gu, ['bn']],
  [/\p{Script=Tamil}/gu, ['ta']],
  [/\p{Script=Thai}/gu, ['th']],
  [/\p{Script=Armenian}/gu, ['hy']],
  [/\p{Script=Georgian}/gu, ['ka']],
  [/\p{Script=Ethiopic}/gu, ['am', 'ti']],
]

/**
 * The language of a note: what its cell says (a code or a name in French, English, Spanish or itself), else what the script
 * of the text tells, else the default, which also wins among the languages of one script.
 */
export function readLang(cell: string, text: string, defaultLang: string): string {
  return statedLang(cell) ?? langOfScript(text, defaultLang) ?? defaultLang
}

/** The language that a cell names by its code or name; `null` for words that are neither. */
export function statedLang(cell: string): string | null {
  if (/^[a-z]{2}$/.test(cell)) return cell
  const named = codeByName.get(normalise(cell))
  if (named !== undefined) return named
  return /^([a-z]{2,3})(?:[-_][a-z0-9]+)*$/i.exec(cell.trim())?.[1]?.toLowerCase() ?? null
}

function langOfScript(text: string, defaultLang: string): string | null {
  // Nearly every text: fourteen scripts need not be counted in it.
  if (!/(?!\p{Script=Latin})\p{L}/u.test(text)) return null
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  for (const [script, languages] of SCRIPTS) {
    const count = text.match(script)?.length ?? 0
    const isJapanese = languages[0] === 'ja' && count * 5 > letters
    if (isJapanese || count * 2 > letters) return languages.includes(defaultLang) ? defaultLang : (languages[0] ?? null)
  }
  return null
}
