import { client } from '../api/client.ts'
import { tellSave, useSave } from './save.ts'
import { type OpenWorkspace, usePage } from './workspace-store.ts'

/** Milliseconds between a key and its keeping, and between two keepings while one goes on typing. */
const EVERY_MS = 150
/** Milliseconds before a draft that the disk refused is tried again by itself. */
const RETRY_MS = 5_000

/** Where the person was, kept like a draft. */
export const PLACE = 'place'

interface Draft {
  text: string
  /** Whether it holds words that were handed over nowhere: they are then said to be typed, or kept. */
  isSaid: boolean
  typedAt: number
  /** What the disk has. */
  kept: string
  isUnderWay: boolean
  timer: ReturnType<typeof setTimeout> | undefined
}

const idle = (): Draft => ({ text: '', isSaid: false, typedAt: 0, kept: '', isUnderWay: false, timer: undefined })

/** The drafts of a consultation, as opening found them. */
const found = (workspace: OpenWorkspace | null): Map<string, Draft> =>
  new Map((workspace?.drafts ?? []).map(({ key, text }) => [key, { ...idle(), text, kept: text }]))

let lastStamp = 0
let drafts = found(usePage.getState().workspace)

// Drafts belong to their consultation: those of another one are forgotten here, not on its disk.
usePage.subscribe(({ workspace }, former) => {
  if (workspace?.drafts === former.workspace?.drafts) return
  // The node side still has the consultation that is left.
  if (workspace === null) void flushDrafts()
  const isSame = workspace?.consultation === former.workspace?.consultation
  // Opened again: what its opening could not know yet goes on being kept.
  const since = isSame ? [...drafts].filter(([, { text, kept }]) => text !== kept) : []
  if (!isSame) for (const { timer } of drafts.values()) clearTimeout(timer)
  drafts = new Map([...found(workspace), ...since])
})

/** What a draft says: as it was typed since, else as opening found it. */
export const draftOf = (key: string): string | null => drafts.get(key)?.text || null

/** The same of a draft that is written as JSON; null as well when it cannot be read. */
export function readDraft(key: string): unknown {
  try {
    return JSON.parse(draftOf(key) ?? 'null')
  } catch {
    return null
  }
}

/** When opening found a draft, the moment at which it was kept. */
export const foundAt = (key: string): number | null =>
  usePage.getState().workspace?.drafts.find((draft) => draft.key === key)?.at ?? null

/**
 * Keeps what is being typed: on the disk within a quarter of a second, however long one types. An empty text forgets it. `isSaid`:
 * whether it is words of the person's that nothing else says whether they are saved.
 */
export function keepDraft(key: string, text: string, isSaid = text !== ''): void {
  const draft = drafts.get(key) ?? idle()
  if ((draft.text === text && draft.isSaid === isSaid) || useSave.getState().readOnly !== null) return
  drafts.set(key, draft)
  draft.text = text
  draft.isSaid = isSaid
  // Told apart even within one millisecond.
  lastStamp = Math.max(Date.now(), lastStamp + 1)
  draft.typedAt = lastStamp
  tellSave(isSaid ? { type: 'typed', draft: key, at: lastStamp } : { type: 'draft-ended', draft: key })
  draft.timer ??= setTimeout(() => whenDue(key, draft), EVERY_MS)
}

export const forgetDraft = (key: string): void => keepDraft(key, '')

/** Keeps at once what waits for its moment. */
export const flushDrafts = (): Promise<unknown> =>
  Promise.all([...drafts].map(async ([key, draft]) => draft.text !== draft.kept && send(key, draft)))

function whenDue(key: string, draft: Draft): void {
  draft.timer = undefined
  // A slow disk is given one text of a draft at a time, the last one.
  if (!draft.isUnderWay) void send(key, draft)
}

async function send(key: string, draft: Draft): Promise<void> {
  clearTimeout(draft.timer)
  draft.timer = undefined
  const { text, typedAt } = draft
  draft.isUnderWay = true
  const kept = await client['draft.keep']({ key, text })
  draft.isUnderWay = false
  if (drafts.get(key) !== draft) return
  if (kept.ok) draft.kept = text
  if (draft.isSaid) {
    if (kept.ok) tellSave({ type: 'kept', draft: key, typedAt, at: kept.value.at })
    else tellSave({ type: 'draft-refused', draft: key, code: 'code' in kept.failure ? kept.failure.code : 'UNKNOWN' })
  }
  if (draft.text !== draft.kept) draft.timer ??= setTimeout(() => whenDue(key, draft), kept.ok ? EVERY_MS : RETRY_MS)
}
