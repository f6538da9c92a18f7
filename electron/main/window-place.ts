import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Rectangle } from 'electron'
import * as z from 'zod'

const placeSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  maximized: z.boolean(),
})
export type Place = z.infer<typeof placeSchema>

/** Where a window goes: without `x` and `y`, the system chooses. */
export interface Seat {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
}

const USUAL = { width: 1280, height: 800 }
export const SMALLEST = { width: 640, height: 480 }
/** What must be seen of the title bar for a person to catch hold of the window, in pixels. */
const GRIP = { width: 120, height: 32 }

const fileOf = (dataFolder: string): string => join(dataFolder, 'window.json')

export function readPlace(dataFolder: string): Place | undefined {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')))
  } catch {
    return undefined
  }
}

export const writePlace = (dataFolder: string, place: Place): void =>
  writeFileSync(fileOf(dataFolder), JSON.stringify(place))

/** The remembered place where it can still be seen; its size alone where the screen it was on has gone. */
export function seatOnScreen(place: Place | undefined, screens: readonly Rectangle[]): Seat {
  if (place === undefined) return USUAL
  const width = Math.max(place.width, SMALLEST.width)
  const height = Math.max(place.height, SMALLEST.height)
  const screen = screens.find((area) => isCatchable(place, area))
  if (screen === undefined) return USUAL
  return { x: place.x, y: place.y, width: Math.min(width, screen.width), height: Math.min(height, screen.height) }
}

function isCatchable({ x, y, width }: Place, area: Rectangle): boolean {
  const seenWidth = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return seenWidth >= GRIP.width && y >= area.y && y + GRIP.height <= area.y + area.height
}
