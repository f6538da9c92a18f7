import { describe, expect, it } from 'vitest'
import { LIMITS } from '#shared/exchange/limits.ts'
import { WHOLE, outOfScope } from '#shared/exchange/scope.ts'
import { selectComplete } from '#shared/exchange/select.ts'
import { namedFiles } from '#shared/operation/named-files.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { projectOperations, projectRecords } from '#shared/privacy/project.ts'
import { aWorkspace, type Workspace } from '../../build/workspace.ts'

const digestOf = (sign: string): string => sign.repeat(64)

const projected = ({ device }: Workspace) => projectOperations(device.operations.values(), device.fold)
const complete = ({ device }: Workspace) => selectComplete([...device.operations.values()], device.fold)

/** One note at each level with a picture, and one picture on the session itself. */
function pictures(): Workspace {
  const workspace = aWorkspace().session('Plénière', 1)
  for (const level of [1, 2, 3, 4, 5, 6]) {
    workspace.note(`Note ${level}`, { level }).attachment(`Tableau ${level}`, `Note ${level}`, digestOf(String(level)))
  }
  return workspace.attachment('Salle', 'Plénière', digestOf('a'))
}

describe('A picture', () => {
  it('leaves with a note of level 1 only; what is said of it leaves with the words of the note', () => {
    const workspace = pictures()
    expect([...namedFiles(projected(workspace))].toSorted()).toEqual([digestOf('1'), digestOf('a')])
    const shown = projectRecords(readRecords(workspace.device.fold))
    expect([...shown.values()].flatMap(({ kind, f }) => (kind === 'attachment' ? [f['label']] : []))).toEqual(
      expect.arrayContaining(['Tableau 1', 'Tableau 2', 'Tableau 3', 'Tableau 4', 'Tableau 5', 'Salle']),
    )
    expect(JSON.stringify([...projected(workspace)])).not.toContain('Tableau 6')
  })

  it('goes to the circle of trust but off the record, and its file name to nobody', () => {
    const sent = complete(pictures())
    expect([...namedFiles(sent)].toSorted()).toEqual(['1', '2', '3', '4', '5', 'a'].map(digestOf))
    expect(JSON.stringify(sent)).not.toContain('photo.jpg')
    expect(JSON.stringify(sent)).not.toContain('Tableau 6')
  })

  it('stays when its session is held to a stricter rule than its note was', () => {
    const workspace = pictures().tighten('Plénière', 3)
    expect([...namedFiles(projected(workspace))]).toEqual([])
    workspace.tighten('Plénière', 6)
    expect([...namedFiles(complete(workspace))]).toEqual([])
  })

  it('is put away and comes back with its note, and its deletion is told to those who had it', () => {
    const workspace = pictures()
    workspace.run({ type: 'notes.remove', notes: [workspace.id('Note 1')] })
    expect(workspace.device.records.has(workspace.id('Tableau 1'))).toBe(false)
    expect([...namedFiles(projected(workspace))]).toEqual([digestOf('a')])
    const told = projected(workspace).filter(({ head }) => head.r === workspace.id('Tableau 1'))
    expect(told.some(({ body }) => body?.set['deleted'] === true)).toBe(true)
    workspace.device.undo()
    expect([...namedFiles(projected(workspace))].toSorted()).toEqual([digestOf('1'), digestOf('a')])
  })

  it('is left out of a file that its note is left out of', () => {
    const workspace = pictures()
    const scope = { ...WHOLE, axes: [workspace.id('Plénière')] }
    const left = outOfScope(readRecords(workspace.device.fold), scope)
    expect(left.has(workspace.id('Note 1'))).toBe(true)
    expect(left.has(workspace.id('Tableau 1'))).toBe(true)
  })

  it('may not be larger than a container may be', () => {
    expect(LIMITS.attachmentBytes).toBeLessThan(LIMITS.fileBytes)
  })
})
