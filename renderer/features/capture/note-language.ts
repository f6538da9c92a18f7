/** Scripts told apart, each with the language it is taken for when nothing else says more. */
const SCRIPTS = {
  Latn: [/\p{Script=Latin}/gu, null],
  Arab: [/\p{Script=Arabic}/gu, 'ar'],
  Cyrl: [/\p{Script=Cyrillic}/gu, 'ru'],
  Grek: [/\p{Script=Greek}/gu, 'el'],
  Hebr: [/\p{Script=Hebrew}/gu, 'he'],
  Deva: [/\p{Script=Devanagari}/gu, 'hi'],
  Beng: [/\p{Script=Bengali}/gu, 'bn'],
  Thai: [/\p{Script=Thai}/gu, 'th'],
  Geor: [/\p{Script=Georgian}/gu, 'ka'],
  Armn: [/\p{Script=Armenian}/gu, 'hy'],
  Ethi: [/\p{Script=Ethiopic}/gu, 'am'],
  Kore: [/\p{Script=Hangul}/gu, 'ko'],
  Jpan: [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  Hans: [/\p{Script=Han}/gu, 'zh'],
} as const
type Script = keyof typeof SCRIPTS

/** Languages offered by name; any other that a note already has is kept. */
export const NOTE_LANGUAGES = [
  'fr',
  'en',
  'es',
  'pt',
  'ar',
  'ru',
  'tr',
  'zh',
  'id',
  'it',
  'de',
  'fa',
  'uk',
  'hi',
] as const

/** The script that most letters of a text are in, or `null` for a text without letters. */
export function scriptOf(text: string): Script | null {
  let [found, most]: [Script | null, number] = [null, 0]
  for (const [script, [letters]] of Object.entries(SCRIPTS) as [Script, (typeof SCRIPTS)[Script]][]) {
    const count = text.match(letters)?.length ?? 0
    if (count > most) [found, most] = [script, count]
  }
  // Chinese characters are half of Japanese, and no Chinese text holds kana.
  return found === 'Hans' && SCRIPTS.Jpan[0].test(text) ? 'Jpan' : found
}

const scriptOfLanguage = (lang: string): string => new Intl.Locale(lang).maximize().script ?? 'Latn'

/**
 * The language of a note: the chosen one as long as its script is the text's, else what the script is mostly used for,
 * and for Latin letters the language of the session or of the screen.
 */
export function noteLanguage(text: string, chosen: string | null, fallback: string): string {
  const script = scriptOf(text)
  const preferred = chosen ?? fallback
  if (script === null || scriptOfLanguage(preferred) === script) return preferred
  return SCRIPTS[script][1] ?? fallback
}

/** The next of the recent languages, going round, or the one before. */
export function nextLanguage(recent: readonly string[], current: string, step: 1 | -1 = 1): string {
  const at = recent.indexOf(current)
  return recent.at((at + step) % recent.length) ?? current
}
