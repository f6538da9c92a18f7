import type { PageContract } from '#shared/contract/contract.ts'
import type { Handlers } from '#shared/contract/method.ts'
import type { PasteInput, PastePreview } from '#shared/contract/paste-calls.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { fail, ok } from '#shared/kit/result.ts'
import { planPaste, type PastePlan } from '#shared/programme/paste/plan-paste.ts'
import { countsOf } from '../import/list-counts.ts'
import type { Desk } from '../workspace/desk.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

/** A pasted programme: looked at, then put into its session. */
export function pasteHandlers(desk: Desk): Pick<Handlers<PageContract>, 'programme.preview' | 'programme.create'> {
  return {
    'programme.preview': async (paste) => {
      if (desk.open === null) return fail({ type: 'NothingOpen' })
      const plan = planOf(desk.open, paste, desk.ports.digest)
      return plan === null ? fail({ type: 'RecordNotFound', record: paste.session }) : ok(previewOf(plan))
    },
    'programme.create': async (paste) => {
      if (desk.open === null) return fail({ type: 'NothingOpen' })
      const plan = planOf(desk.open, paste, desk.ports.digest)
      if (plan === null) return fail({ type: 'RecordNotFound', record: paste.session })
      const edited = await desk.open.write(plan.writings, 'programme.create')
      return edited.ok ? ok({ ...edited.value, ...previewOf(plan) }) : edited
    },
  }
}

function planOf(
  { store, records }: OpenWorkspace,
  { text, answers, ...paste }: PasteInput,
  digest: Digest,
): PastePlan | null {
  if (records.get(paste.session)?.kind !== 'session') return null
  const said = {
    bulk: answers.bulk,
    people: new Map(answers.people.map(({ line, same }) => [line, same])),
    organisations: new Map(answers.organisations.map(({ organisation, same }) => [organisation, same])),
  }
  const erased = new Set(store.state.fold.erased.keys())
  return planPaste({ ...paste, text: digest(text) }, records, said, digest, erased)
}

const previewOf = ({ slots, people }: PastePlan): PastePreview => ({
  slots,
  counts: countsOf(people.rows),
  people: people.rows,
  questions: people.rows.filter(({ question }) => question !== null),
  organisations: people.organisations,
  newOrganisations: people.newOrganisations,
  errors: people.issues.map(({ line, column, type, value }) => ({ line, column: column || null, type, value })),
})
