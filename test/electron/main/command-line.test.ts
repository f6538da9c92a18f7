import { describe, expect, it } from 'vitest'
import { commandLineOf } from '../../../electron/main/command-line.ts'

describe('the words after the name of the program', () => {
  it('are for the command line when the first is one of its verbs', () => {
    expect(commandLineOf(['Rapporteur', 'merge', 'a.rapx'], false)).toEqual(['merge', 'a.rapx'])
    expect(commandLineOf(['electron', '.', '--version'], true)).toEqual(['--version'])
  })

  it('are for the desktop otherwise', () => {
    expect(commandLineOf(['Rapporteur'], false)).toBeUndefined()
    expect(commandLineOf(['Rapporteur', 'merge.rapx'], false)).toBeUndefined()
    expect(commandLineOf(['electron', '.', 'a.rapx', 'merge'], true)).toBeUndefined()
  })
})
