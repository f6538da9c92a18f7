import { normalise } from '../../search/normalise.ts'
import { readDay } from '../read-day.ts'

/** A day that a line says. */
export interface DayOfText {
  readonly line: number
  readonly words: string
  /** `YYYY-MM-DD`; `null` when the year is not said. */
  readonly day: string | null
  readonly isAmbiguous: boolean
  /** Nothing else is on the line. */
  readonly isAlone: boolean
}

const MONTH = `janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre`
const IN_WORDS = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(\d{1,2})(?:er|st|nd|rd|th|[ºo])?\s+(?:de\s+|of\s+)?(${MONTH})|(${MONTH})\s+(\d{1,2})(?:st|nd|rd|th)?)(?:,?\s+(?:de\s+|del\s+)?(\d{4}))?(?![\p{L}\d])`,
  'iu',
)
const IN_FIGURES = /(?<!\d)(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})(?!\d)/u
const ABOUT =
  /^(?:(?:le|the|el|on|date|fecha|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo|programme|program|programa|agenda|du|of|del|de|jour \d|day \d|dia \d|horaire|heure de \p{L}+)(?: |$))*$/u

/** `null` for a line without a day. A day without a year is told: no one guesses it. */
export function dayOfText(line: number, text: string): DayOfText | null {
  const found = IN_WORDS.exec(text) ?? IN_FIGURES.exec(text)
  if (found === null) return null
  const [words, , , , , year] = found
  const isWhole = year !== undefined || /^[\d/.-]+$/u.test(words)
  const read = isWhole ? readDay(words, 'unproven') : null
  if (isWhole && read === null) return null
  const others = normalise(text.replace(words, ' '))
  return { line, words, day: read?.day ?? null, isAmbiguous: read?.ambiguous ?? false, isAlone: ABOUT.test(others) }
}
