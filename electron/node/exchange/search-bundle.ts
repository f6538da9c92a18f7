import type { Cited } from '#shared/contract/send-calls.ts'
import { isRecordId } from '#shared/kit/id.ts'
import { classOfField } from '#shared/model/fields.ts'
import { kinds } from '#shared/model/kinds.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import type { Operation, SensitivityClass } from '#shared/operation/operation.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { exposureOf, type Exposure } from '#shared/privacy/exposure.ts'
import { findWords } from './find-words.ts'
import { WordFinder } from './word-finder.ts'

export interface Searched {
  /** Words that must not be in the file, and stand in it where nothing allows them. */
  readonly leaked: readonly string[]
  readonly cited: readonly Cited[]
}

/** What was selected for a file, and what it was selected from. */
interface Selection {
  readonly operations: readonly Operation[]
  readonly sent: readonly Operation[]
  readonly fold: FoldState
  readonly kind: 'complete' | 'projection'
}

/**
 * Looks in the finished bytes of a file for every name, organisation, function, address and withheld text that its readers
 * may not see, whatever it is wrapped in. A word that stands in something they may see is no leak; in a text, it is listed.
 */
export async function searchBundle(bytes: Uint8Array, selection: Selection): Promise<Searched> {
  const { operations, sent, fold, kind } = selection
  const exposure = kind === 'projection' ? exposureOf(readRecords(fold)) : null
  const allowed = sent.flatMap((operation) => wordsOf(operation).filter((word) => mayBeSeen(word, exposure)))
  // Who is named as the author of something may be: elsewhere too.
  const attributed = new Set(allowed.filter((word) => word.class !== 'c').map(({ text }) => text))
  const written = operations.flatMap(wordsOf)
  const forbidden = written.filter((word) => isForbidden(word, exposure) && !attributed.has(word.text))
  const found = await findWords(bytes, textsIn(forbidden))
  const finder = new WordFinder(found)
  for (const text of [...VOCABULARY, ...textsIn(allowed)]) finder.look(text)
  return {
    leaked: found.filter((word) => !finder.found.has(word)),
    cited: kind === 'projection' ? citedIn(allowed, textsIn(forbidden.filter(isName))) : [],
  }
}

/** A text or a number that an operation says. */
interface Word {
  readonly record: string
  readonly kind: string
  readonly field: string
  /** Where the field belongs, whatever it travels in. */
  readonly class: SensitivityClass
  readonly text: string
}

/** Of an attached file, how long it is and what kind of file: numbers and names that any other file has too. */
const isCommon = (kind: string, field: string): boolean => kind === 'attachment' && /^(bytes|media)$/.test(field)

const wordsOf = ({ head, body }: Operation): readonly Word[] =>
  Object.entries(body?.set ?? {}).flatMap(([field, value]) =>
    (isCommon(head.t, field) ? [] : [value])
      .flat()
      .flatMap((one) =>
        (typeof one === 'string' && !isRecordId(one)) || typeof one === 'number'
          ? { record: head.r, kind: head.t, field, class: classOfField(head.t, field) ?? head.k, text: String(one) }
          : [],
      ),
  )

const textsIn = (words: readonly Word[]): readonly string[] => [...new Set(words.map(({ text }) => text))]

/** `exposure` is null in the circle of trust, where only what is private stays. */
const mayBeSeen = ({ record, class: own }: Word, exposure: Exposure | null): boolean =>
  exposure === null ? own !== 'p' : exposure.get(record)?.has(own) === true

const PERSONAL: ReadonlySet<SensitivityClass> = new Set(['n', 'f', 'o', 'p'])

const isForbidden = (word: Word, exposure: Exposure | null): boolean =>
  !mayBeSeen(word, exposure) && (PERSONAL.has(word.class) || exposure?.has(word.record) === false)

const NAMES: ReadonlySet<string> = new Set(['name', 'givenName', 'acronym', 'email', 'phone', 'who', 'decider'])
const isName = (word: Word): boolean => PERSONAL.has(word.class) && NAMES.has(word.field)

/** What a file is written with: someone's function may be called so. */
const VOCABULARY: readonly string[] = [
  ...Object.entries(kinds).flatMap(([kind, { fields, sets }]) => [kind].concat(Object.keys(fields), Object.keys(sets))),
  'format minor kind consultation audience stream seq prev root dropsRoot sample counts operations drops notes records',
  'sections axes scope head body stamp seen batch set id deleted manifest json ops ndjson signature key sig',
  'complete projection section secretariat public sessions regions syntheses true false null',
]

const REVIEWED: ReadonlySet<string> = new Set(['note', 'synthesis'])

function citedIn(allowed: readonly Word[], names: readonly string[]): readonly Cited[] {
  const finder = new WordFinder(names)
  const cited = new Map<string, ReadonlySet<string>>()
  for (const { record, kind, class: own, text } of allowed) {
    if (!REVIEWED.has(kind) || own !== 'c') continue
    finder.forget()
    finder.look(text)
    if (finder.found.size > 0) cited.set(record, new Set([...(cited.get(record) ?? []), ...finder.found]))
  }
  return [...cited].map(([record, words]) => ({ record, words: [...words].toSorted() }))
}
