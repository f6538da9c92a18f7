const TAGS: Readonly<Record<string, string>> = {
  ar: 'ar-SA',
  de: 'de-DE',
  en: 'en-GB',
  es: 'es-ES',
  fa: 'fa-IR',
  fr: 'fr-FR',
  he: 'he-IL',
  id: 'id-ID',
  it: 'it-IT',
  ja: 'ja-JP',
  ko: 'ko-KR',
  pt: 'pt-BR',
  ru: 'ru-RU',
  sw: 'sw-KE',
  tr: 'tr-TR',
  uk: 'uk-UA',
  ur: 'ur-PK',
  zh: 'zh-CN',
}

/** Word proofs a text only under a tag with a region; a language without one of ours is written as it is. */
export const languageTag = (lang: string): string => TAGS[lang] ?? lang

const EAST_ASIAN = /^(zh|ja|ko)\b/
const COMPLEX = /^(ar|fa|he|ur|ps|ckb|dv|yi)\b/

/** Under which of the three heads of `w:lang` a language is to be written. */
export function languageOf(lang: string): { value: string } | { eastAsia: string } | { bidirectional: string } {
  const tag = languageTag(lang)
  if (EAST_ASIAN.test(lang)) return { eastAsia: tag }
  return COMPLEX.test(lang) ? { bidirectional: tag } : { value: tag }
}
