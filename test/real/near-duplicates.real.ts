import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCsv } from '#node/import/read-csv.ts'
import { proposeDuplicates, type ComparedNote, type NearDuplicate } from '#shared/merge/propose-duplicates.ts'
import { done } from '../build/desktop.ts'
import { corpusFile, tell, timed } from './corpus.ts'

const TURN = 30_000

/** Sixteen French meetings that two people wrote down: a stenographer and a listening machine, intervention by intervention. */
async function twoRecords(): Promise<readonly ComparedNote[]> {
  const table = done(readCsv(await readFile(corpusFile('reunions_fr_transcription_compte_rendu.csv'))))
  return table.rows.flatMap(({ cells }, turn) =>
    (['compte_rendu', 'transcription'] as const).flatMap((taker) => {
      const [text = '', session = null] = [cells[taker], cells['meeting']]
      const note = { id: `${turn} ${taker}`, text, session, region: null, voice: null, at: turn * TURN, taker }
      return text === '' ? [] : [note]
    }),
  )
}

const turnOf = (id: string): string => id.split(' ')[0] ?? ''
const isTrue = ({ one, other }: NearDuplicate): boolean => turnOf(one) === turnOf(other)

describe('Meetings that two people wrote down', () => {
  let notes: readonly ComparedNote[] = []
  let pairs: readonly NearDuplicate[] = []
  beforeAll(async () => {
    notes = await twoRecords()
    pairs = await timed('near-duplicates', () => proposeDuplicates(notes))
  })

  it('propose pairs of one moment that are of one intervention, nine times in ten', () => {
    const near = pairs.filter(({ nearness }) => nearness === 'moment')
    const right = near.filter(isTrue).length
    tell('of one moment', { proposed: near.length, right, percent: Math.round((1000 * right) / near.length) / 10 })
    expect(10 * right).toBeGreaterThan(9 * near.length)
  })

  it('find more than half of them, although hardly any sentence is the same', () => {
    const all = new Set(notes.map(({ id }) => turnOf(id))).size
    const found = new Set(pairs.filter(isTrue).map(({ one }) => turnOf(one))).size
    tell('interventions', { all, found, percent: Math.round((1000 * found) / all) / 10 })
    expect(2 * found).toBeGreaterThan(all)
  })
})
