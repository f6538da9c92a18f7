import type { DuplicatesFound } from '#shared/contract/duplicate-calls.ts'
import type { Result } from '#shared/kit/result.ts'
import { likeliestFirst } from '#shared/merge/propose-duplicates.ts'
import { isKind, type Records } from '#shared/model/record.ts'
import { client } from '../../../api/client.ts'
import type { AnyFailure } from '../../../state/edits.ts'
import { startJob } from '../../../state/jobs.ts'
import { usePage, type OpenWorkspace } from '../../../state/workspace-store.ts'
import { useDuplicates } from './duplicates-store.ts'

const { getState, setState, getInitialState } = useDuplicates

/** Compares the notes that came or changed since the last search; all of them the first time. One search at a time. */
export async function searchDuplicates(workspace: OpenWorkspace): Promise<void> {
  if (getState().job !== null) return
  if (getState().consultation !== workspace.consultation)
    setState({ ...getInitialState(), consultation: workspace.consultation })
  const texts = textsOf(workspace.records)
  const { found, compared } = getState()
  const asked = found === null ? null : [...texts].flatMap(([id, text]) => (compared.get(id) === text ? [] : [id]))
  if (asked?.length === 0) return
  await search(workspace, asked, texts)
}

/** Forgets what was found, and compares everything again. */
export function searchAgain(): void {
  const { workspace } = usePage.getState()
  setState({ found: null, failure: null })
  if (workspace !== null) void searchDuplicates(workspace)
}

async function search(
  { consultation }: OpenWorkspace,
  asked: readonly string[] | null,
  texts: ReadonlyMap<string, string>,
): Promise<void> {
  const { done, cancel } = startJob(
    (job) =>
      client['duplicates.find']({ ...(asked === null ? {} : { asked: [...asked] }), job }) as Promise<
        Result<DuplicatesFound, AnyFailure>
      >,
    (share) => setState(({ job }) => (job === null ? {} : { job: { ...job, share } })),
  )
  setState({ job: { share: 0, cancel }, failure: null })
  const result = await done
  setState({ job: null })
  // Another consultation was opened meanwhile.
  if (getState().consultation !== consultation) return
  if (!result.ok) setState({ failure: result.failure })
  else setState(({ found }) => ({ found: joined(found, result.value, new Set(asked)), compared: texts }))
}

/** What was known of pairs that were not looked at again stays. */
function joined(before: DuplicatesFound | null, now: DuplicatesFound, asked: ReadonlySet<string>): DuplicatesFound {
  if (before === null) return now
  const kept = before.pairs.filter(({ one, other }) => !asked.has(one) && !asked.has(other))
  return { ...now, pairs: [...kept, ...now.pairs].toSorted(likeliestFirst) }
}

function textsOf(records: Records): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const record of records.values())
    if (isKind(record, 'note') && record.f.text !== undefined) texts.set(record.id, record.f.text)
  return texts
}
