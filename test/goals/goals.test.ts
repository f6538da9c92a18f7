import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The goals that have begun, with the fewest cases of each in `npm test` and in the long run. */
const FLOORS: Readonly<Record<string, readonly [small: number, big: number]>> = {
  R15: [500, 100_000],
  R16: [200, 20_000],
  R22: [200, 20_000],
  R13: [200, 20_000],
  R12: [250, 2_000],
  R7: [20_000, 1_000_000],
  LEVELS: [20_000, 1_000_000],
  R10: [2_000, 1_000_000],
  R1: [50, 1_000],
  R2: [20_000, 1_000_000],
  R3: [320, 3_200],
  R4: [640, 5_000],
  R14: [120, 4_000],
  R18: [300, 10_000],
  R20: [300, 10_000],
  R24: [0, 20],
  R9: [200, 200],
  R8: [10_000, 1_000_000],
  R5: [2_000, 50_000],
  R6: [1_000, 100_000],
  R21: [20, 500],
  KILLS: [3, 200],
}

const root = resolve(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

interface Listed {
  readonly goal: string
  readonly title: string
  readonly small: number
  readonly big: number
}
const listed = JSON.parse(read('test/goals/goals.json')) as readonly Listed[]

describe('the goals of reliability', () => {
  it.each(Object.entries(FLOORS))('%s is there, with no fewer cases than it had', (name, [small, big]) => {
    const goal = listed.find((one) => one.goal === name)
    expect(goal?.title).toBeTruthy()
    expect(goal?.small).toBeGreaterThanOrEqual(small)
    expect(goal?.big).toBeGreaterThanOrEqual(big)
    expect(existsSync(join(import.meta.dirname, `${name.toLowerCase()}.ts`))).toBe(true)
  })

  it('are each in the list of floors', () => {
    expect(listed.map(({ goal }) => goal).toSorted()).toEqual(Object.keys(FLOORS).toSorted())
  })

  it('are run by npm test with few cases, by npm run test:long with many', () => {
    expect(read('test/run-tests.mjs')).toContain("'test/goals/run-all.mjs', 'small'")
    expect(read('test/run-long.mjs')).toContain("'test/goals/run-all.mjs', 'big'")
    expect(read('test/goals/run-all.mjs')).toContain('goals.filter((goal) => goal[size] > 0)')
  })
})
