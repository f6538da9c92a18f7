import type { PageContract } from '#shared/contract/contract.ts'
import type { Handlers } from '#shared/contract/method.ts'
import { fail, ok } from '#shared/kit/result.ts'
import { codeOf } from '../disk/file-layer.ts'
import type { Desk } from '../workspace/desk.ts'

type Calls = 'draft.keep'

/** What is being typed. */
export function draftHandlers(desk: Desk): Pick<Handlers<PageContract>, Calls> {
  return {
    'draft.keep': async ({ key, text }) => {
      if (desk.open === null) return fail({ type: 'NothingOpen' })
      if (desk.drafts === null) return fail({ type: 'NotSaved', code: 'READ_ONLY' })
      try {
        return ok({ at: await desk.drafts.keep(key, text) })
      } catch (error) {
        return fail({ type: 'NotSaved', code: codeOf(error) })
      }
    },
  }
}
