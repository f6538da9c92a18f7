import { describe, expect, it } from 'vitest'
import { believedBundles, believedPaths, bundlesIn, FileDesk } from '../../../electron/main/files.ts'

describe('the files a program is asked to open', () => {
  it('are the bundles among the words of the command line, from where the person stands', () => {
    const words = ['.', '--no-sandbox', 'Abidjan.rapx', '/tmp/Lima.RAPX.zip', 'notes.csv', '--x=a.rapx']
    expect(bundlesIn(words, '/home/ana')).toEqual(['/home/ana/Abidjan.rapx', '/tmp/Lima.RAPX.zip'])
  })

  it('are believed only when they are whole addresses', () => {
    expect(believedPaths(['/a.csv', 'b.csv', 3, null, ''])).toEqual(['/a.csv'])
    expect(believedPaths('/a.csv')).toEqual([])
    expect(believedPaths(undefined)).toEqual([])
  })

  it('are believed only when they are bundles, from another program', () => {
    expect(believedBundles(['/etc/passwd', '/a.rapx'])).toEqual(['/a.rapx'])
  })
})

describe('the desk where files wait', () => {
  it('gives each waiting file once, even when it was asked for twice', () => {
    let nudges = 0
    const desk = new FileDesk(() => nudges++)
    desk.add(['/a/Abidjan.rapx'])
    desk.add(['/a/Abidjan.rapx', '/a/Lima.rapx'])
    expect(desk.take().map(({ name }) => name)).toEqual(['Abidjan.rapx', 'Lima.rapx'])
    expect(desk.take()).toEqual([])
    expect(nudges).toBe(2)
  })

  it('does not nudge the page for nothing', () => {
    let nudges = 0
    new FileDesk(() => nudges++).add([])
    expect(nudges).toBe(0)
  })

  it('knows the path of its own tokens, and of no others', () => {
    const desk = new FileDesk(() => {})
    const [given] = desk.issue(['/a/notes.csv'])
    expect(desk.path(given?.token ?? '')).toBe('/a/notes.csv')
    expect(given?.token).not.toContain('notes')
    expect(desk.path('/a/notes.csv')).toBeUndefined()
  })
})
