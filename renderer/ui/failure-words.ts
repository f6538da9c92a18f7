import type { i18n } from 'i18next'
import { contextOfFailure } from '#shared/contract/failure-context.ts'

export interface FailureWords {
  /** Whether the work is safe, which is said first. */
  readonly safe: string
  readonly what: string
  readonly todo: string
}

/** The words of any failure of a call; a code of the system (`ENOSPC`) may have words of its own. */
export function failureWords(
  { t, exists }: i18n,
  failure: { readonly type: string } & Readonly<Record<string, unknown>>,
): FailureWords {
  const type = exists(`failure:${failure.type}.what`) ? failure.type : 'other'
  const values = { ...failure, context: contextOfFailure(failure) }
  const say = (part: 'safe' | 'what' | 'do') => t(`failure:${type}.${part}` as 'failure:NotSaved.what', values)
  return { safe: say('safe'), what: say('what'), todo: say('do') }
}
