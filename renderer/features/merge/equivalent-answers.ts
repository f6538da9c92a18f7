import type { Equivalent } from '#shared/merge/equivalents.ts'

/** What a person said of a look-alike, by the record that would follow. */
export type Answers = ReadonlyMap<string, 'join' | 'apart'>

export function answer(answers: Answers, { record }: Equivalent, said: 'join' | 'apart' | null): Answers {
  const next = new Map(answers)
  if (said === null) next.delete(record)
  else next.set(record, said)
  return next
}

/** What is to be written down of the answers. */
export const saidOf = (equivalents: readonly Equivalent[], answers: Answers) => ({
  joins: equivalents
    .filter(({ record }) => answers.get(record) === 'join')
    .map(({ record, into }) => ({ record, into })),
  apart: equivalents
    .filter(({ record }) => answers.get(record) === 'apart')
    .map(({ record, into }) => ({ record, other: into })),
})
