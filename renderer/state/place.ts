import { keepDraft, PLACE, readDraft } from './drafts.ts'

type Place = Readonly<Record<string, unknown>>

function whole(): Place {
  const place = readDraft(PLACE)
  return typeof place === 'object' && place !== null ? (place as Place) : {}
}

/** Where the person was in one part of the program, as that part left it; to be checked by the part, which may have changed. */
export const placeOf = (part: string): unknown => whole()[part]

/** Keeps where the person is, so that they are found there again after any stop. */
export const keepPlace = (part: string, value: unknown): void =>
  keepDraft(PLACE, JSON.stringify({ ...whole(), [part]: value }), false)
