import type { Command } from '#shared/edit/command.ts'

/** The records a command writes to; two commands that share one must reach the disk in the order they were made. */
export function subjectsOf(command: Command): readonly string[] {
  if ('note' in command) return [command.note]
  if ('notes' in command) return command.notes
  if ('records' in command) return command.records
  if ('record' in command) return [command.record]
  if ('speaker' in command) return [command.speaker]
  return 'consent' in command ? [command.consent] : []
}
