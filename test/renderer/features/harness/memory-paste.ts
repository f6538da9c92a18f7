import type { PasteInput, PastePreview } from '../../../../shared/contract/paste-calls.ts'
import type { Edited } from '../../../../shared/contract/replies.ts'
import type { Writing } from '../../../../shared/edit/draft.ts'
import type { Digest } from '../../../../shared/kit/ports.ts'
import { ok } from '../../../../shared/kit/result.ts'
import type { Records } from '../../../../shared/model/record.ts'
import { type PastePlan, planPaste } from '../../../../shared/programme/paste/plan-paste.ts'

interface Memory {
  readonly records: () => Records
  readonly write: (writings: readonly Writing[], label: string) => Edited
}

const planOf = (memory: Memory, digest: Digest, { text, answers, ...paste }: PasteInput): PastePlan =>
  planPaste(
    { ...paste, text: digest(text) },
    memory.records(),
    { bulk: answers.bulk, people: new Map(), organisations: new Map() },
    digest,
  )

function previewOf({ slots, people: { rows, organisations, newOrganisations } }: PastePlan): PastePreview {
  const counts = { new: rows.length, here: 0, changed: 0, asked: 0 }
  const questions = rows.filter(({ question }) => question !== null)
  return { slots, counts, people: rows, questions, organisations, newOrganisations, errors: [] }
}

/** Answers about pasted programmes, by the real plan. */
export const memoryPaste = (memory: Memory, digest: Digest) => ({
  'programme.preview': async (paste: PasteInput) => ok(previewOf(planOf(memory, digest, paste))),
  'programme.create': async (paste: PasteInput) => {
    const plan = planOf(memory, digest, paste)
    return ok({ ...memory.write(plan.writings, 'programme.create'), ...previewOf(plan) })
  },
})
