import * as z from 'zod'
import type { JobStopped, NotSaved } from './failures.ts'
import { method } from './method.ts'

/** Only the shape of a language's tag: words cannot be passed off as one. */
const languageTag = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/)

/** The diagnostic file: shown whole, then written as it was shown. */
export const diagnosticCalls = {
  'diagnostic.preview': method<{ readonly text: string }, JobStopped>()(
    z.object({
      job: z.string().min(1).max(100),
      /** Hundredths: 150 is one and a half. */
      scale: z.int().min(1).max(10_000),
      languages: z.array(languageTag).max(20),
    }),
  ),
  /** Writes what was shown last; null when the person declined the dialog, or when nothing was shown. */
  'diagnostic.save': method<{ readonly name: string } | null, NotSaved>()(z.object({})),
}
