import type { PageContract } from '#shared/contract/contract.ts'
import type { Handlers } from '#shared/contract/method.ts'
import type { WaitingLoosening } from '#shared/contract/settling-calls.ts'
import { fail, ok } from '#shared/kit/result.ts'
import { members, type Records } from '#shared/model/record.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import { waitingLoosenings } from '#shared/operation/waiting.ts'
import type { Desk } from '../workspace/desk.ts'
import { givenFile } from './bundle-handlers.ts'
import type { RunningJobs } from './running-jobs.ts'

type Calls = 'settle.origins' | 'loosening.list' | 'loosening.accept'

const nothingOpen = fail({ type: 'NothingOpen' } as const)

/** What serves to choose between versions, and to accept what others loosened. */
export function settlingHandlers(desk: Desk, jobs: RunningJobs): Pick<Handlers<PageContract>, Calls> {
  return {
    'settle.origins': async ({ records, files, job }) => {
      if (desk.open === null) return nothingOpen
      const { folder, consultation, place } = desk.open.store
      const given = files.map((token) => givenFile(desk, token))
      return jobs.run(job, 'settle.origins', { folder, consultation, upTo: place.count, records, files: given })
    },
    'loosening.list': async () =>
      desk.open === null ? nothingOpen : ok(waitingIn(desk.open.store.state.fold, desk.open.records)),
    'loosening.accept': async ({ ids }) => (desk.open === null ? nothingOpen : desk.open.accept(ids)),
  }
}

function waitingIn(fold: FoldState, records: Records): readonly WaitingLoosening[] {
  return waitingLoosenings(fold).flatMap((waiting) => {
    const record = records.get(waiting.record)
    const id = fold.records.get(waiting.record)?.levels.get(waiting.id)?.consent ?? ''
    const consent = records.get(id)
    if (record === undefined || consent === undefined) return []
    const { who, at, basis } = consent.f
    const covers = members(consent, 'cover').length
    return [{ ...waiting, kind: record.kind, consent: id, who: said(who), at: said(at), basis: said(basis), covers }]
  })
}

const said = (value: unknown): string => (typeof value === 'string' ? value : '')
