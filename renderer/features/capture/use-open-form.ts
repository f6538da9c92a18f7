import { useState } from 'react'
import * as z from 'zod'
import { keepPlace, placeOf } from '../../state/place.ts'
import { hasFormDraft } from '../records/use-form-draft.ts'

const FORMS = ['session', 'new-session', 'axis', 'theme', 'speaker', 'slot'] as const
export type RecordForm = (typeof FORMS)[number]

const openForm = z.object({ form: z.enum(FORMS), record: z.string().optional() })
const place = z.object({ session: z.string(), open: openForm })

/** The form that is open, and for which speaker or slot; a new one without it. */
export type OpenForm = z.infer<typeof openForm>

const PART = 'form'

/** As its form names the draft of what is open. */
function draftOf({ form, record }: OpenForm, session: string): readonly [form: string, record: string | null] {
  if (form === 'session') return ['session', session]
  if (form === 'new-session') return ['session', null]
  return form === 'speaker' || form === 'slot' ? [`${form} ${session}`, record ?? null] : [form, null]
}

/** The form that was open here with words in it when everything stopped. */
function leftOpen(session: string): OpenForm | null {
  const left = place.safeParse(placeOf(PART)).data
  return left !== undefined && left.session === session && hasFormDraft(...draftOf(left.open, session))
    ? left.open
    : null
}

/** Which form is open over a session; the same one after a stop, when there were words in it. */
export function useOpenForm(session: string): readonly [OpenForm | null, (open: OpenForm | null) => void] {
  const [open, setOpen] = useState(() => leftOpen(session))
  const show = (next: OpenForm | null) => {
    setOpen(next)
    keepPlace(PART, next === null ? null : { session, open: next })
  }
  return [open, show]
}
