import { mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileLog } from '#node/file-log.ts'

const folder = (): string => mkdtempSync(join(tmpdir(), 'rapporteur-log-'))

describe('the log', () => {
  it('keeps one line per event, with its time', () => {
    const here = folder()
    const log = fileLog(here, () => 0)
    log('store.opened', { n: 3 })
    log('call.defect', { code: 'EACCES' })
    expect(
      readFileSync(join(here, 'logs', 'rapporteur.log'), 'utf8')
        .trim()
        .split('\n'),
    ).toEqual([
      '{"at":"1970-01-01T00:00:00.000Z","event":"store.opened","n":3}',
      '{"at":"1970-01-01T00:00:00.000Z","event":"call.defect","code":"EACCES"}',
    ])
  })

  it('begins a new file at one megabyte and keeps one old one', () => {
    const here = folder()
    const file = join(here, 'logs', 'rapporteur.log')
    const log = fileLog(here, () => 0)
    log('first')
    truncateSync(file, 1_000_001)
    log('second')
    expect(statSync(`${file}.1`).size).toBe(1_000_001)
    expect(readFileSync(file, 'utf8')).toContain('second')
  })

  it('never stops the work it tells about', () => {
    const here = folder()
    writeFileSync(join(here, 'logs'), 'not a folder')
    expect(() => fileLog(here, () => 0)('anything')).not.toThrow()
  })
})
