import type { ArchiveParticipants } from '#shared/contract/archive-contract.ts'
import { REFUSING, type ParticipantIssue } from '#shared/programme/participants/participant-draft.ts'
import type { Said, Words } from './said.ts'

/** Lines told one by one: beyond, their number says enough. */
const TOLD = 20

/** Who came in, who was taken for whom, and the lines that should be looked at. */
export function sayParticipants({ counts, questions, errors, file }: ArchiveParticipants, words: Words): Said {
  const asked = questions.map(({ line, name, givenName, question }) =>
    words(question?.isSame === true ? 'cli:warning.takenAsSame' : 'cli:warning.takenAsOther', {
      line,
      one: `${givenName} ${name}`.trim(),
      other: question?.intoName ?? '',
    }),
  )
  const told = errors.map(({ type, line, column, value }) => {
    const group = REFUSING.has(type as ParticipantIssue['type']) ? 'refused' : 'warning'
    return words(`participants:${group}.${type}`, { line, column: column ?? '', value })
  })
  const warnings = [...asked, ...told]
  const more = counts.asked + errors.length - Math.min(warnings.length, TOLD)
  return {
    lines: [words('cli:done.people', { file, count: counts.new, changed: counts.changed, here: counts.here })],
    warnings: [...warnings.slice(0, TOLD), ...(more > 0 ? [words('cli:warning.moreRows', { count: more })] : [])],
  }
}
