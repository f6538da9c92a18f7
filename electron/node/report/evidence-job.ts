import type { Evidence } from '#shared/evidence/evidence.ts'
import { evidenceInput } from '#shared/evidence/evidence-of.ts'
import { permutationRounds, PERMUTATION_ROUNDS, type ChanceFindings } from '#shared/evidence/permutation.ts'
import { readEvidence } from '#shared/evidence/read-evidence.ts'
import type { AnyRecord } from '#shared/model/record.ts'

/** What the data answer: work for a worker. */
export const readEvidenceOf = (records: Iterable<AnyRecord>): Evidence => readEvidence(evidenceInput(records))

/** How much chance alone would find; `onShare` hears of each round. */
export function chanceFindings(records: Iterable<AnyRecord>, onShare: (share: number) => void): ChanceFindings {
  const rounds = permutationRounds(evidenceInput(records))
  for (;;) {
    const round = rounds.next()
    if (round.done === true) return round.value
    onShare(round.value / PERMUTATION_ROUNDS)
  }
}
