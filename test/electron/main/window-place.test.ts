import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPlace, seatOnScreen, writePlace } from '../../../electron/main/window-place.ts'

const LEFT = { x: 0, y: 25, width: 1440, height: 875 }
const RIGHT = { x: 1440, y: 0, width: 1920, height: 1080 }
const place = { x: 1500, y: 100, width: 1000, height: 700, maximized: false }
const USUAL = { width: 1280, height: 800 }

describe('the place of the window', () => {
  it('is the one that was left, on the screen it was left on', () => {
    expect(seatOnScreen(place, [LEFT, RIGHT])).toEqual({ x: 1500, y: 100, width: 1000, height: 700 })
  })

  it('is left to the system when that screen has gone', () => {
    expect(seatOnScreen(place, [LEFT])).toEqual(USUAL)
    expect(seatOnScreen(undefined, [LEFT])).toEqual(USUAL)
  })

  it('is left to the system when the title bar cannot be caught', () => {
    expect(seatOnScreen({ ...place, y: -40 }, [LEFT, RIGHT])).toEqual(USUAL)
    expect(seatOnScreen({ ...place, x: 3300 }, [LEFT, RIGHT])).toEqual(USUAL)
  })

  it('is never larger than its screen, nor too small to work in', () => {
    expect(seatOnScreen({ ...place, width: 5000, height: 10 }, [RIGHT])).toMatchObject({ width: 1920, height: 480 })
  })

  it('is remembered in the data folder, and forgotten when what is there is not a place', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-place-'))
    expect(readPlace(folder)).toBeUndefined()
    writePlace(folder, place)
    expect(readPlace(folder)).toEqual(place)
    writeFileSync(join(folder, 'window.json'), '{"x":"left"}')
    expect(readPlace(folder)).toBeUndefined()
  })
})
