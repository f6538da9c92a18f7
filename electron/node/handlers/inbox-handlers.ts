import type { inboxCalls } from '#shared/contract/inbox-calls.ts'
import type { NotSaved } from '#shared/contract/failures.ts'
import type { Handlers } from '#shared/contract/method.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { codeOf } from '../disk/file-layer.ts'
import { WatchedFolder } from '../inbox/inbox.ts'
import { unfoldFiles } from '../inbox/unfold-files.ts'
import type { Desk } from '../workspace/desk.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

const nothingOpen = fail({ type: 'NothingOpen' } as const)

/** Folders of contributions: given at once, or watched for the consultation that is open. */
export function inboxHandlers(desk: Desk): Handlers<typeof inboxCalls> {
  let watched: WatchedFolder | null = null
  const look = async (open: OpenWorkspace) => {
    const path = desk.settings.value.inboxes[open.store.consultation]
    if (path === undefined) return ok(null)
    if (watched?.path !== path) watched = new WatchedFolder(path, desk.ports)
    return ok(await watched.look(open.store.state.imports.flatMap(({ files }) => files)))
  }
  const keep = async (open: OpenWorkspace, path: string | null): Promise<Result<null, NotSaved>> => {
    const { [open.store.consultation]: _former, ...others } = desk.settings.value.inboxes
    const inboxes = path === null ? others : { ...others, [open.store.consultation]: path }
    try {
      await desk.settings.change({ inboxes })
      return ok(null)
    } catch (error) {
      return fail({ type: 'NotSaved', code: codeOf(error) })
    }
  }
  return {
    'files.unfold': async ({ files }) => ok(await unfoldFiles(desk.ports.files, files)),
    'inbox.look': async () => (desk.open === null ? nothingOpen : look(desk.open)),
    'inbox.choose': async () => {
      const open = desk.open
      if (open === null) return nothingOpen
      const [chosen] = await desk.ports.files.choose('folder', false)
      const path = chosen === undefined ? undefined : desk.ports.files.path(chosen.token)
      const kept = path === undefined ? ok(null) : await keep(open, path)
      return kept.ok ? look(open) : kept
    },
    'inbox.forget': async () => (desk.open === null ? nothingOpen : keep(desk.open, null)),
  }
}
