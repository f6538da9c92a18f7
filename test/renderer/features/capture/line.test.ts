import { describe, expect, it } from 'vitest'
import {
  addTheme,
  chooseKind,
  cycleChannel,
  cycleScope,
  cycleSpeaksFor,
  cycleStance,
  emptyLine,
  giveFloor,
  isBlank,
  isUnquotable,
  kindOfLine,
  leaveSlot,
  type Line,
  nextLine,
  putBack,
  scopeOfLine,
  stanceOfLine,
  togglePosition,
} from '../../../../renderer/features/capture/line.ts'
import { saidOf } from '../../../../renderer/features/capture/said-line.ts'
import { CHANNELS } from '../../../../shared/process/lists.ts'

const eau = { id: 'eau', label: 'eau', isNew: false }
const line = {
  ...emptyLine,
  takenAs: 'hall',
  segment: 'apart',
  sensitive: true,
  toCheck: true,
  text: 'Ouvrir le fonds',
  at: 5,
  axis: 'climat',
  speaker: 'diallo',
  scope: 'trend' as const,
  lang: 'es',
  channel: 'written-text',
  kind: 'recommendation',
  stance: 'opposes' as const,
  themes: [eau],
}

describe('what sticks from one note to the next', () => {
  it('is the axis, the speaker, the qualification, the language and the channel', () => {
    expect(nextLine(line)).toMatchObject({
      axis: 'climat',
      speaker: 'diallo',
      scope: 'trend',
      lang: 'es',
      channel: 'written-text',
      takenAs: 'hall',
      segment: 'apart',
    })
  })

  it('is never the words, their time, the kind, the stance, the themes, or what is said of one note', () => {
    expect(nextLine(line)).toMatchObject({
      sensitive: false,
      toCheck: false,
      text: '',
      at: null,
      kind: null,
      stance: undefined,
      themes: [],
    })
  })
})

const said = (text: string, values: Partial<Line> = {}) =>
  saidOf(
    { ...emptyLine, text, ...values },
    { axes: [], speakers: [], grammar: { prefixes: {}, axes: [], speakers: [] } },
  )

describe('the kind and the stance of a line', () => {
  it('follow how it starts until the person chooses', () => {
    expect(kindOfLine(said('! Ouvrir'))).toBe('recommendation')
    expect(kindOfLine(said('! Ouvrir', { kind: 'need' }))).toBe('need')
    expect(kindOfLine(emptyLine)).toBe('observation')
    expect(kindOfLine(said('Ouvrir', { takenAs: 'quotes' }))).toBe('quote')
  })

  it('go together: a recommendation supports, an observation raises', () => {
    expect(stanceOfLine(said('! Ouvrir'))).toBe('supports')
    expect(stanceOfLine(emptyLine)).toBeNull()
    expect(stanceOfLine(said('! Ouvrir', { stance: null }))).toBeNull()
    expect(stanceOfLine(said('!%Ouvrir'))).toBe('nuances')
  })

  it('turn through every choice and come back', () => {
    const stances = [cycleStance(emptyLine)]
    for (let turn = 0; turn < 3; turn += 1) stances.push(cycleStance(stances.at(-1) ?? emptyLine))
    expect(stances.map(({ stance }) => stance)).toEqual(['supports', 'nuances', 'opposes', null])
    expect(['undecided', 'trend', 'specificity'].map((_, turn) => scopeAfter(turn + 1))).toEqual([
      'trend',
      'specificity',
      'undecided',
    ])
    expect(cycleScope(emptyLine, -1).scope).toBe('specificity')
    expect(cycleScope({ ...emptyLine, onlyScope: 'trend' })).toMatchObject({ scope: 'specificity', onlyScope: null })
    expect(cycleChannel(emptyLine, CHANNELS).channel).toBe('interpretation')
    expect(cycleSpeaksFor(emptyLine, 'working-group').speaksFor).toBe('self')
    expect(cycleSpeaksFor(emptyLine, 'self', -1).speaksFor).toBe('working-group')
  })
})

describe('what may be quoted', () => {
  const quote = (values: Partial<Line>) => isUnquotable({ ...emptyLine, kind: 'quote', ...values })

  it('is direct speech or a text handed in, never an interpreter nor a discussion', () => {
    expect(CHANNELS.filter((channel) => !quote({ channel }))).toEqual(['speech', 'written-text'])
    expect(quote({ takenAs: 'chat' })).toBe(true)
    expect(isUnquotable({ ...emptyLine, channel: 'interpretation' })).toBe(false)
  })
})

describe('another speaker, another slot, another matter', () => {
  it('whoever takes the floor speaks for whom the session says', () => {
    const group = { ...emptyLine, speaker: 'diallo', speaksFor: 'working-group' as const, size: 12 }
    expect(giveFloor(group, 'demir', 7)).toMatchObject({ speaker: 'demir', speaksFor: null, size: null, heardAt: 7 })
    expect(nextLine(group)).toMatchObject({ speaksFor: 'working-group', size: 12 })
  })

  it('a new slot begins with nothing qualified, but the note being written keeps its qualification', () => {
    expect(leaveSlot({ ...emptyLine, scope: 'trend' })).toMatchObject({ scope: 'undecided', onlyScope: null })
    const written = leaveSlot({ ...emptyLine, text: 'Ouvrir', scope: 'trend' })
    expect([scopeOfLine(written), nextLine(written).scope]).toEqual(['trend', 'undecided'])
  })

  it('positions follow a divergence, on and off by one key, until another kind comes', () => {
    const after = { ...emptyLine, divergence: 'debat' }
    expect(togglePosition(after).positionOf).toBe('debat')
    expect(togglePosition(togglePosition(after)).positionOf).toBeNull()
    expect(nextLine(togglePosition(after))).toMatchObject({ divergence: 'debat', positionOf: 'debat' })
    expect(chooseKind(togglePosition(after), 'need').positionOf).toBeNull()
    expect(nextLine({ ...after, kind: 'need' }).divergence).toBeNull()
  })
})

const scopeAfter = (turns: number): string => {
  let turned = emptyLine
  for (let turn = 0; turn < turns; turn += 1) turned = cycleScope(turned)
  return turned.scope
}

describe('a line that the disk refused', () => {
  it('comes back as it was when nothing was typed since', () => {
    expect(putBack(line, nextLine(line))).toEqual(line)
  })

  it('stands before what was typed since, which is kept too', () => {
    const since = { ...nextLine(line), text: 'La suite', at: 9 }
    expect(putBack(line, since)).toMatchObject({ text: 'Ouvrir le fonds\nLa suite', at: 5, themes: [eau] })
  })

  it('keeps what was typed since under the rule that it was under itself', () => {
    const since = { ...nextLine(line), segment: null, text: 'La suite' }
    expect(putBack(line, since)).toMatchObject({ segment: 'apart', sensitive: true })
  })
})

it('a theme is on a line once', () => {
  expect(addTheme(addTheme(emptyLine, eau), eau).themes).toEqual([eau])
  expect(isBlank(emptyLine)).toBe(true)
})
