import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EvidenceInput, EvidenceMention, EvidenceVoice, Reading } from '#shared/evidence/evidence.ts'
import { readEvidence } from '#shared/evidence/read-evidence.ts'
import { seeded, shuffled } from '#shared/evidence/seeded.ts'
import { changeVoices } from './scenario.ts'

const REGIONS = ['Afrique', 'Europe', 'MEWA', 'Eurasie', 'Noram'] as const
const AXES = ['a', 'b'] as const
const THEMES = [
  { id: 'eau', parent: null },
  { id: 'puits', parent: 'eau' },
  { id: 'égouts', parent: 'eau' },
  { id: 'sol', parent: null },
]
const SEED = 20_260

const aVoice = fc.record({
  axis: fc.constantFrom(...AXES),
  region: fc.constantFrom(null, ...REGIONS),
  person: fc.integer({ min: 0, max: 60 }).map((i) => `personne ${i}`),
  organisation: fc.integer({ min: 0, max: 20 }).map((i) => `organisation ${i}`),
  ownSession: fc.boolean(),
  said: fc.array(
    fc.record({
      theme: fc.constantFrom(...THEMES.map(({ id }) => id)),
      stance: fc.constantFrom('raises' as const, 'supports' as const, 'nuances' as const, 'opposes' as const),
    }),
    { maxLength: 4 },
  ),
})

const aRecord: fc.Arbitrary<EvidenceInput> = fc
  .record({
    states: fc.array(fc.constantFrom('held' as const, 'held' as const, 'not-held' as const, 'inactive' as const), {
      minLength: REGIONS.length,
      maxLength: REGIONS.length,
    }),
    voices: fc.array(aVoice, { minLength: 5, maxLength: 90 }),
  })
  .map(({ states, voices }) => ({
    regions: REGIONS.map((id, i) => ({ id, state: states[i] ?? 'held' })),
    axes: [...AXES],
    themes: THEMES,
    voices: voices.map(({ said: _said, ...voice }, i): EvidenceVoice => ({ id: `voix ${i}`, ...voice })),
    mentions: voices.flatMap(({ said }, i) =>
      said.map((mention): EvidenceMention => ({ voice: `voix ${i}`, ...mention })),
    ),
  }))

const check = <Values extends [unknown, ...unknown[]]>(property: fc.IProperty<Values>): void => {
  fc.assert(property, { seed: SEED, numRuns: 150 })
}

const key = ({ axis, theme }: Reading): string => `${axis} ${theme}`
const byKey = (readings: readonly Reading[]) => new Map(readings.map((reading) => [key(reading), reading]))
const byRegion = <Value extends { readonly region: string }>(values: readonly Value[]) =>
  values.toSorted((a, b) => (a.region < b.region ? -1 : 1))

const inAnyOrder = (reading: Reading): Reading => ({
  ...reading,
  cells: byRegion(reading.cells),
  gaps: byRegion(reading.gaps),
  specificTo: reading.specificTo.toSorted(),
  notRecordedIn: reading.notRecordedIn.toSorted(),
})

const rename = (id: string): string => Array.from(id).toReversed().join('')

const verdicts = (record: EvidenceInput) =>
  readEvidence(record).readings.map(({ kind, present, contested, toConsolidate, gaps }) => ({
    kind,
    present,
    contested,
    toConsolidate,
    gaps: gaps.map(({ region: _region, ...gap }) => gap),
  }))

describe(`readings of any record (seed ${SEED})`, () => {
  it('do not depend on the order in which anything arrived', () => {
    check(
      fc.property(aRecord, fc.integer(), (input, seed) => {
        const random = seeded(seed)
        const mixed = {
          regions: shuffled(input.regions, random),
          axes: shuffled(input.axes, random),
          themes: shuffled(input.themes, random),
          voices: shuffled(input.voices, random),
          mentions: shuffled(input.mentions, random),
        }
        const [one, other] = [input, mixed].map((record) =>
          readEvidence(record)
            .readings.map(inAnyOrder)
            .toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
        )
        expect(other).toEqual(one)
      }),
    )
  })

  it('are total: exactly one for each theme mentioned on each axis, parents included', () => {
    check(
      fc.property(aRecord, (input) => {
        const voices = new Map(input.voices.map((voice) => [voice.id, voice]))
        const mentioned = new Set(
          input.mentions.flatMap(({ voice, theme }) => {
            const parent = THEMES.find(({ id }) => id === theme)?.parent
            return [theme, ...(parent ? [parent] : [])].map((id) => `${voices.get(voice)?.axis} ${id}`)
          }),
        )
        expect(readEvidence(input).readings.map(key).toSorted()).toEqual([...mentioned].toSorted())
      }),
    )
  })

  it('do not depend on how regions, persons, themes and organisations are called', () => {
    check(
      fc.property(aRecord, (input) => {
        const renamed: EvidenceInput = {
          ...input,
          regions: input.regions.map(({ id, state }) => ({ id: rename(id), state })),
          themes: input.themes.map(({ id, parent }) => ({
            id: rename(id),
            parent: parent === null ? null : rename(parent),
          })),
          // Someone known under two organisations keeps one of them by name: here each person has one.
          voices: oneOrganisationEach(input).voices.map(({ id, axis, ownSession, ...voice }) => ({
            id,
            axis,
            ownSession,
            region: voice.region === null ? null : rename(voice.region),
            person: rename(voice.person),
            organisation: rename(voice.organisation),
          })),
          mentions: input.mentions.map((mention) => ({ ...mention, theme: rename(mention.theme) })),
        }
        expect(verdicts(renamed)).toEqual(verdicts(oneOrganisationEach(input)))
      }),
    )
  })

  it('never lose a presence to one more supporting voice there', () => {
    check(
      fc.property(aRecord, fc.constantFrom(...REGIONS), fc.constantFrom(...AXES), (input, region, axis) => {
        const voice = { id: 'de plus', axis, region, person: 'de plus', organisation: 'de plus', ownSession: true }
        const mention: EvidenceMention = { voice: voice.id, theme: 'eau', stance: 'supports' }
        const more = { ...input, voices: [...input.voices, voice], mentions: [...input.mentions, mention] }
        const presentIn = (record: EvidenceInput) =>
          (byKey(readEvidence(record).readings).get(`${axis} eau`)?.cells ?? [])
            .filter((cell) => cell.present)
            .map((cell) => cell.region)
        expect(presentIn(more)).toEqual(expect.arrayContaining(presentIn(input)))
      }),
    )
  })

  it('change in nothing but lists and totals when a region without conclusive data is left out', () => {
    check(
      fc.property(aRecord, (input) => {
        const before = readEvidence(input)
        const left = input.regions.find(({ id }) =>
          before.readings.every(({ cells }) => cells.every(({ region, conclusive }) => region !== id || !conclusive)),
        )
        fc.pre(left !== undefined)
        const voices = input.voices.filter(({ region }) => region !== left.id)
        const kept = new Set(voices.map(({ id }) => id))
        const after = readEvidence({
          ...input,
          regions: input.regions.filter(({ id }) => id !== left.id),
          voices,
          mentions: input.mentions.filter(({ voice }) => kept.has(voice)),
        })
        const readingsBefore = byKey(before.readings)
        expect(after.comparisons).toBe(before.comparisons)
        for (const reading of after.readings) {
          const same = readingsBefore.get(key(reading))
          expect(reading.gaps).toEqual(same?.gaps)
          expect([reading.present, reading.conclusive]).toEqual([same?.present, same?.conclusive])
          // « Relevé une fois » speaks of the whole record, and says so truly in both.
          if (reading.kind !== 'once') expect(reading.kind).toBe(same?.kind)
          else expect(['once', 'raised']).toContain(same?.kind)
        }
      }),
    )
  })

  it('nest their grades: every supported gap has what a signal needs', () => {
    check(
      fc.property(aRecord, (input) => {
        const standing = readEvidence(input).readings.flatMap(({ gaps }) =>
          gaps.filter(({ grade }) => grade !== 'none'),
        )
        for (const { x, low, difference } of standing)
          expect([x >= 4, low > 0, difference > 0]).toEqual([true, true, true])
      }),
    )
  })
})

function oneOrganisationEach(input: EvidenceInput): EvidenceInput {
  const first = new Map<string, string>()
  return changeVoices(input, ({ person, organisation }) => {
    const kept = first.get(person) ?? organisation
    first.set(person, kept)
    return { organisation: kept }
  })
}
