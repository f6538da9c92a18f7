import type { FileReport, MergeFailure } from '#shared/contract/replies.ts'
import { takenOver } from '#shared/merge/takes-over.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import type { IncomingFile } from '../workspace/read-incoming.ts'

export type SenderUnknown = Extract<MergeFailure, { type: 'SenderUnknown' }>

/** Replaced values told one by one: beyond, their number says enough. */
const REPLACED_TOLD = 100

/** Says of each file how many standing values it puts out of force; what a known sender brings too is theirs. */
export function weighSenders(
  reports: readonly FileReport[],
  files: readonly IncomingFile[],
  fold: FoldState,
): readonly FileReport[] {
  const operationsOf = (index: number) => {
    const bundle = files[index]?.bundle
    return bundle?.ok === true ? bundle.value.operations : []
  }
  const trusted = new Set(
    reports.flatMap(({ sender }, index) => (sender?.state === 'known' ? operationsOf(index).map(({ id }) => id) : [])),
  )
  return reports.map((report, index) => {
    const { sender } = report
    if (sender === undefined) return report
    const isKnown = sender.state === 'known'
    const own = operationsOf(index).filter(({ id }) => isKnown || !trusted.has(id))
    const taken = takenOver(fold, own)
    return { ...report, sender: { ...sender, replaces: taken.length }, replaced: taken.slice(0, REPLACED_TOLD) }
  })
}

/** Whether a file waits for a person to say that they know who sends it. */
export const isStopped = ({ token, sender }: FileReport, vouched: readonly string[]): boolean =>
  sender !== undefined && sender.state !== 'known' && sender.replaces > 0 && !vouched.includes(token)
