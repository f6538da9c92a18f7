import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepLine, keepSession, readLine, readSticking } from '../../../../renderer/features/capture/kept-line.ts'
import { emptyLine, nextLine } from '../../../../renderer/features/capture/line.ts'
import { keepPlace } from '../../../../renderer/state/place.ts'

// Nothing here waits for the disk.
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const line = {
  ...emptyLine,
  text: 'Ouvrir le fonds',
  axis: 'climat',
  speaker: 'diallo',
  speaksFor: 'working-group' as const,
  size: 12,
  heardAt: 5,
  scope: 'trend' as const,
  onlyScope: 'undecided' as const,
  lang: 'es',
  channel: 'interpretation',
  takenAs: 'workshop-2',
  segment: 'apart',
  sensitive: true,
  toCheck: true,
  holder: 'La ville',
  divergence: 'debat',
  positionOf: 'debat',
}

describe('after a stop', () => {
  it('what sticks in a session is found again: axis, speaker, for whom, qualification, language, channel, role', () => {
    keepSession('seance', line, ['es'])
    expect(readSticking('seance')).toEqual(nextLine(line))
    expect(readSticking('autre')).toEqual(emptyLine)
  })

  it('a half-written line comes back with everything that was said of it', () => {
    keepLine('seance', { line, caret: 6, editing: null }, [])
    expect(readLine('seance', new Map())).toEqual({ line, caret: 6, editing: null })
  })

  it('a line that became a note just before does not come back beside it', () => {
    const begun = { ...line, at: 1_620_000_000_000, text: 'Ouvrir le ' }
    keepLine('seance', { line: begun, caret: 10, editing: null }, [])
    const note = { id: 'n', kind: 'note', f: { session: 'seance', at: begun.at, text: 'Ouvrir le fonds' } }
    const after = { line: nextLine(begun), caret: 0, editing: null }
    expect(readLine('seance', new Map([['n', note]]))).toEqual(after)
    for (const other of [{ at: 1 }, { session: 'autre' }, { text: 'Fermer le fonds' }]) {
      const records = new Map([['n', { ...note, f: { ...note.f, ...other } }]])
      expect(readLine('seance', records)?.line).toEqual(begun)
    }
  })

  it('a line that an earlier version kept is read, with nothing said of what it did not know', () => {
    const { axis, speaker, scope, lang, channel } = emptyLine
    const earlier = { text: '', at: null, axis, speaker, scope, lang, channel, kind: null, themes: [] }
    keepPlace('capture', { session: 'seance', lines: { seance: { ...earlier, axis: 'eau' } }, languages: [] })
    expect(readSticking('seance')).toEqual({ ...emptyLine, axis: 'eau' })
  })
})
