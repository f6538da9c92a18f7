import type { PageContract } from '#shared/contract/contract.ts'
import type { Handlers } from '#shared/contract/method.ts'
import { fail, ok } from '#shared/kit/result.ts'
import { codeOf } from '../disk/file-layer.ts'
import { openDrafts, type Drafts } from '../store/drafts.ts'
import type { Desk } from '../workspace/desk.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

type Calls = 'draft.keep'

/** What is being typed. */
export function draftHandlers(desk: Desk): Pick<Handlers<PageContract>, Calls> {
  const drafts = new WeakMap<OpenWorkspace, Promise<Drafts>>()
  const draftsOf = (open: OpenWorkspace): Promise<Drafts> => {
    const known = drafts.get(open) ?? openDrafts(open.store.folder, { ...desk.ports, layer: desk.layer })
    drafts.set(open, known)
    return known
  }
  return {
    'draft.keep': async ({ key, text }) => {
      const { open } = desk
      if (open === null) return fail({ type: 'NothingOpen' })
      try {
        return ok({ at: await (await draftsOf(open)).keep(key, text) })
      } catch (error) {
        return fail({ type: 'NotSaved', code: codeOf(error) })
      }
    },
  }
}
