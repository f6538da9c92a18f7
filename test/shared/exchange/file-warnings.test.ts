import { describe, expect, it } from 'vitest'
import { warningsOf } from '#shared/exchange/file-warnings.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { idOf } from '../../build/author.ts'
import { forged } from '../../build/forge.ts'
import { aWorkspace } from '../../build/workspace.ts'

const NOW = Date.UTC(2026, 0, 6)
const said = (operations: readonly Operation[], passedOver: readonly string[] = []) =>
  warningsOf({ operations, setAside: [], passedOver }, NOW)
const note = (set: Readonly<Record<string, string>>): Operation => forged({ record: idOf('n'), kind: 'note', set })

describe('what a person should know of a file', () => {
  it('is nothing when it was written by this program', () => {
    const told = aWorkspace().session('Plénière', 1).speaker('Awa Diop', { organisation: 'ONG' }).note('Une digue')
    expect(said(told.operations)).toEqual([])
  })

  it('is that it holds nothing, or parts that some system added', () => {
    expect(said([])).toEqual([{ type: 'NothingInside' }])
    expect(said([note({ text: 'a' })], ['.DS_Store', '__MACOSX/x'])).toEqual([
      { type: 'PassedOver', count: 2, part: '.DS_Store' },
    ])
  })

  it('is what only a newer version knows, and what cannot be seen', () => {
    expect(said([note({ future: 'a' }), note({ text: 'a\u202eb' })])).toEqual([
      { type: 'UnknownFields', count: 1 },
      { type: 'HiddenMark', count: 1 },
    ])
  })

  it('is a clock that is days ahead, and never one that is behind', () => {
    const { operations } = aWorkspace().session('Plénière', 1)
    expect(warningsOf({ operations, setAside: [] }, Date.UTC(2020, 0, 1))).toMatchObject([{ type: 'ClockAhead' }])
    expect(warningsOf({ operations, setAside: [] }, Date.UTC(2030, 0, 1))).toEqual([])
  })
})
