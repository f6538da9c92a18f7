import { describe, expect, it } from 'vitest'
import type { RegisterEntry } from '#shared/contract/backup-calls.ts'
import { isReminderDue, lastBackup } from '../../../../renderer/features/backup/reminder-due.ts'

const left = (kind: string, at: number): RegisterEntry => ({
  at,
  kind,
  audience: null,
  name: null,
  file: null,
  notes: null,
  to: '',
  scope: [],
  locked: null,
})
const HOUR = 3_600_000

describe('the reminder to back up', () => {
  it('counts from the last backup, whatever else has left since', () => {
    expect(lastBackup([left('document', 9), left('backup', 5), left('backup', 3)])).toBe(5)
    expect(lastBackup([left('projection', 9)])).toBe(null)
  })

  it('asks when the last one is older than the person wished, and never otherwise', () => {
    const last = 1_000 * HOUR
    expect(isReminderDue('day', last, last + 23 * HOUR)).toBe(false)
    expect(isReminderDue('day', last, last + 24 * HOUR)).toBe(true)
    expect(isReminderDue('week', last, last + 167 * HOUR)).toBe(false)
    expect(isReminderDue('week', last, last + 168 * HOUR)).toBe(true)
    expect(isReminderDue('never', null, last)).toBe(false)
  })

  it('asks where nothing was ever backed up', () => {
    expect(isReminderDue('week', null, 0)).toBe(true)
  })
})
