import { members, type Session } from '#shared/model/record.ts'
import type { CommandOf } from '#shared/edit/command.ts'

/** What a person answers about a session. */
export interface SessionAnswers {
  readonly label: string
  readonly date: string
  readonly start: string
  readonly end: string
  readonly place: string
  readonly mode: string | null
  /** In which order documents list who was heard. */
  readonly listOrder: string
  readonly scale: string | null
  readonly region: string | null
  readonly axes: readonly string[]
  /** Who can hear; asked once, when the session is opened. */
  readonly audience: Hearing | null
  readonly basis: string
}

/** Who can hear what is said, and the level that follows. */
export const HEARINGS = { public: 1, invited: 3, closed: 5 } as const
export type Hearing = keyof typeof HEARINGS

export const answersOf = (session: Session | undefined, today: string): SessionAnswers => ({
  label: session?.f.label ?? '',
  date: session === undefined ? today : (session.f.date ?? ''),
  start: session?.f.start ?? '',
  end: session?.f.end ?? '',
  place: session?.f.place ?? '',
  mode: session?.f.mode ?? null,
  listOrder: session?.f.listOrder ?? 'name',
  scale: session === undefined ? 'global' : (session.f.scale ?? null),
  region: session?.f.region ?? null,
  axes: session === undefined ? [] : members(session, 'axis'),
  audience: null,
  basis: '',
})

export type SessionMistake = 'untitled' | 'badDates' | 'regionNeeded' | 'levelNeeded'

/** What keeps the answers from being a session; the level is only asked of a new one. */
export function mistakesOf(answers: SessionAnswers, isNew: boolean): readonly SessionMistake[] {
  const { label, start, end, scale, region, audience } = answers
  const mistakes: readonly (readonly [SessionMistake, boolean])[] = [
    ['untitled', label.trim() === ''],
    ['badDates', start !== '' && end !== '' && end < start],
    ['regionNeeded', scale === 'regional' && region === null],
    ['levelNeeded', isNew && audience === null],
  ]
  return mistakes.filter(([, wrong]) => wrong).map(([mistake]) => mistake)
}

/** The fields to write; axes that were left out are unset one by one. */
export function sessionValues(answers: SessionAnswers, session: Session | undefined): CommandOf<'record.save'>['set'] {
  const { label, audience, basis, axes, region, scale, ...fields } = answers
  const former = session === undefined ? [] : members(session, 'axis')
  const left = former.filter((id) => !axes.includes(id))
  return {
    label: label.trim(),
    ...Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value || null])),
    scale,
    region: scale === 'regional' ? region : null,
    ...(audience === null ? {} : { level: HEARINGS[audience], basis: basis.trim() || null, state: 'held' }),
    ...Object.fromEntries(axes.map((id) => [`axis:${id}`, true])),
    ...Object.fromEntries(left.map((id) => [`axis:${id}`, null])),
  }
}
