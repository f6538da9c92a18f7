import { fail, ok } from '../kit/result.ts'
import { isKind } from '../model/record.ts'
import { slotsIn } from '../programme/slot-clock.ts'
import type { CommandOf } from './command.ts'
import { draft } from './draft.ts'
import type { EditContext, EditResult } from './edit-context.ts'

/**
 * Says that a slot begins now and that the one before has ended. Back to a slot that had begun, it goes on, and what was
 * begun after it had not.
 */
export function goToSlot({ records }: EditContext, { slot: id, at }: CommandOf<'slot.go'>): EditResult {
  const slot = records.get(id)
  if (slot === undefined || !isKind(slot, 'slot')) return fail({ type: 'RecordNotFound', record: id })
  const slots = slotsIn(records, slot.f.session ?? '')
  const place = slots.findIndex((one) => one.id === id)
  const isBack = slot.f.began !== undefined
  const others = slots.flatMap((one, index) => {
    if (one.id === id || one.f.began === undefined || one.f.ended !== undefined) return []
    return [draft('slot', one.id, isBack && index > place ? { began: null } : { ended: at })]
  })
  return ok([...others, draft('slot', id, isBack ? { ended: null } : { began: at })])
}
