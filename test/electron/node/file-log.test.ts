import { mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileLog, lastLogLines } from '#node/file-log.ts'
import { logCodeOf } from '#node/log-event.ts'
import type { Log } from '#node/ports.ts'

const folder = (): string => mkdtempSync(join(tmpdir(), 'rapporteur-log-'))
const lines = (here: string): string[] =>
  readFileSync(join(here, 'logs', 'rapporteur.log'), 'utf8')
    .trim()
    .split('\n')

describe('the log', () => {
  it('keeps one line per event, with its time', () => {
    const here = folder()
    const log = fileLog(here, () => 0)
    log('store.opened', { n: 3, ms: 12 })
    log('call.defect', { code: 'EACCES', kind: 'edit.apply' })
    expect(lines(here)).toEqual([
      '{"at":"1970-01-01T00:00:00.000Z","event":"store.opened","n":3,"ms":12}',
      '{"at":"1970-01-01T00:00:00.000Z","event":"call.defect","code":"EACCES","kind":"edit.apply"}',
    ])
  })

  it('writes nothing that is on no list of its own, whatever it is given', () => {
    const here = folder()
    const log = fileLog(here, () => 0) as (event: string, facts?: object) => void
    log('Awa Diop')
    log('store.opened', { n: 'Awa', ms: Number.NaN, code: 'Awa', kind: '/home/awa', text: 'Plus d’eau' })
    log('call.defect', { code: 'EAU POUR TOUS', kind: 'edit.apply' })
    expect(lines(here)).toEqual([
      '{"at":"1970-01-01T00:00:00.000Z","event":"store.opened"}',
      '{"at":"1970-01-01T00:00:00.000Z","event":"call.defect","kind":"edit.apply"}',
    ])
  })

  it('does not compile with words of a person', () => {
    const log: Log = () => {}
    // @ts-expect-error -- not an event
    log('Awa Diop a parlé')
    // @ts-expect-error -- not a code
    log('store.opened', { code: 'Awa' })
    // @ts-expect-error -- no such fact
    log('store.opened', { text: 'Plus d’eau' })
    expect(log).toBeTypeOf('function')
  })

  it('says of an error its code or its class, never its message', () => {
    expect(logCodeOf(Object.assign(new Error('open /home/awa'), { code: 'ENOENT' }))).toBe('ENOENT')
    expect(logCodeOf(new SyntaxError('Unexpected token A, "Awa Diop" is not valid JSON'))).toBe('SyntaxError')
    expect(logCodeOf(Object.assign(new Error('no'), { code: 'Awa', name: 'Awa' }))).toBe('Error')
    expect(logCodeOf('Awa')).toBe('Error')
  })

  it('begins a new file at one megabyte and keeps two old ones', () => {
    const here = folder()
    const file = join(here, 'logs', 'rapporteur.log')
    const log = fileLog(here, () => 0)
    for (const size of [1_000_001, 1_000_002, 1_000_003]) {
      log('store.opened')
      truncateSync(file, size)
    }
    log('program.closed')
    expect([1, 2].map((old) => statSync(`${file}.${old}`).size)).toEqual([1_000_003, 1_000_002])
    expect(lines(here)).toHaveLength(1)
  })

  it('gives back its last lines, and none that someone else typed in it', () => {
    const here = folder()
    const log = fileLog(here, () => 0)
    for (let n = 0; n < 4; n += 1) log('store.opened', { n })
    const file = join(here, 'logs', 'rapporteur.log')
    writeFileSync(file, `${readFileSync(file, 'utf8')}Awa\n{"at":"now","event":"store.opened","text":"Awa"}\n`)
    expect(lastLogLines(here, 2).map((line) => (JSON.parse(line) as { n: number }).n)).toEqual([2, 3])
  })

  it('never stops the work it tells about', () => {
    const here = folder()
    writeFileSync(join(here, 'logs'), 'not a folder')
    expect(() => fileLog(here, () => 0)('store.opened')).not.toThrow()
  })
})
