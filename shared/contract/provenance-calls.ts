import * as z from 'zod'
import type { Provenance } from '../merge/provenance.ts'
import { ref } from '../model/kind.ts'
import type { JobStopped, NothingOpen } from './failures.ts'
import { method } from './method.ts'

/** Calls about where what is shown comes from; read from the journal when they are asked. */
export const provenanceCalls = {
  'record.provenance': method<readonly Provenance[], NothingOpen | JobStopped>()(
    z.object({ record: ref, job: z.string().min(1).max(100) }),
  ),
}
