import { describe, expect, it } from 'vitest'
import { evidenceInput } from '#shared/evidence/evidence-of.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import {
  BASE,
  aNote,
  aRegion,
  aSession,
  aTheme,
  aVoice,
  anAxis,
  anOrganisation,
  unsettled,
  without,
} from './records.ts'

const inputOf = (...records: readonly AnyRecord[]) => evidenceInput([...BASE, ...records])
const voicesOf = (...records: readonly AnyRecord[]) => inputOf(...records).voices
const mentionsOf = (...records: readonly AnyRecord[]) => inputOf(...records).mentions

const speakers = (...records: readonly AnyRecord[]) =>
  voicesOf(...records).map(({ person, organisation }) => [person, organisation])
const parents = (...records: readonly AnyRecord[]) =>
  Object.fromEntries(inputOf(...records).themes.map(({ id, parent }) => [id, parent]))

describe('what records say to the evidence', () => {
  it('is each note as the word of a voice, on an axis, for a region', () => {
    expect(inputOf(aNote('n'))).toEqual({
      regions: [{ id: 'Afrique', state: 'held' }],
      axes: ['axe'],
      themes: [{ id: 'eau', parent: null }],
      voices: [
        {
          id: 'voix:axe',
          axis: 'axe',
          region: 'Afrique',
          person: 'personne',
          organisation: 'groupe',
          ownSession: true,
        },
      ],
      mentions: [{ voice: 'voix:axe', theme: 'eau', stance: 'raises' }],
    })
  })

  it('has one entry for a voice that spoke twice, and each of its stances', () => {
    const input = inputOf(aNote('1', { stance: 'opposes' }), aNote('2', { stance: 'nuances' }))
    expect([input.voices.length, input.mentions.map(({ stance }) => stance)]).toEqual([1, ['opposes', 'nuances']])
  })

  it('counts a voice without theme among those who spoke', () => {
    const input = inputOf(without(aNote('n'), 'theme:eau'))
    expect([input.voices.length, input.mentions]).toEqual([1, []])
  })

  it('leaves out procedure, remarks of the rapporteur, and notes of no axis', () => {
    const records = [
      aNote('1', { noteKind: 'procedure' }),
      aNote('2', { noteKind: 'remark' }),
      without(aNote('3'), 'axis'),
    ]
    expect(voicesOf(...records)).toEqual([])
  })

  it('takes a region whose state is not told as not yet confirmed', () => {
    expect(inputOf(aRegion('Europe')).regions[1]).toEqual({ id: 'Europe', state: 'to-confirm' })
  })
})

describe('unsettled notes', () => {
  it.each(['scope', 'voice', 'axis', 'stance', 'noteKind', 'theme:eau', 'theme:sol'])(
    'take no part while their %s is in conflict',
    (field) => {
      expect(voicesOf(unsettled(aNote('n'), field))).toEqual([])
    },
  )

  it('take part while only their text is in conflict', () => {
    expect(voicesOf(unsettled(aNote('n'), 'text'))).toHaveLength(1)
  })
})

describe('notes without speaker', () => {
  it('are together one voice of their session and axis, of the session’s region and of no known organisation', () => {
    const records = [without(aNote('1'), 'voice'), without(aNote('2'), 'voice'), anAxis('autre')]
    expect(voicesOf(...records, without(aNote('3', { axis: 'autre' }), 'voice'))).toEqual([
      {
        id: 'séance:axe',
        axis: 'axe',
        region: 'Afrique',
        person: 'séance:axe',
        organisation: 'unknown',
        ownSession: true,
      },
      {
        id: 'séance:autre',
        axis: 'autre',
        region: 'Afrique',
        person: 'séance:autre',
        organisation: 'unknown',
        ownSession: true,
      },
    ])
  })

  it('are what notes of a withheld voice count as', () => {
    expect(voicesOf(aNote('1', { voice: 'retenue' }), without(aNote('2'), 'voice')).map(({ id }) => id)).toEqual([
      'séance:axe',
    ])
  })

  it('belong to no region in a global session', () => {
    const note = without(aNote('n', { session: 'plénière' }), 'voice')
    expect(voicesOf(aSession('plénière', { scale: 'global' }), note)[0]).toMatchObject({
      region: null,
      ownSession: false,
    })
  })
})

describe('the region of a voice', () => {
  it('is the one it spoke for, not the session’s', () => {
    const records = [aRegion('Europe'), aVoice('invitée', { region: 'Europe' }), aNote('n', { voice: 'invitée' })]
    expect(voicesOf(...records)[0]).toMatchObject({ region: 'Europe', ownSession: false })
  })

  it('is none for international voices, and while it is unsettled', () => {
    const voices = [aVoice('onu', { axis: 'axe' }), unsettled(aVoice('indécise', { region: 'Afrique' }), 'region')]
    const notes = [aNote('1', { voice: 'onu' }), aNote('2', { voice: 'indécise' })]
    expect(voicesOf(...voices, ...notes).map(({ region }) => region)).toEqual([null, null])
  })

  it('is heard at home once one of its notes was taken in its own consultation', () => {
    const plenary = aSession('plénière', { scale: 'global', region: 'Afrique' })
    const [global, both] = [
      voicesOf(plenary, aNote('1', { session: 'plénière' })),
      voicesOf(plenary, aNote('1'), aNote('2', { session: 'plénière' })),
    ]
    expect([global[0]?.ownSession, both[0]?.ownSession]).toEqual([false, true])
  })
})

describe('who is behind a voice', () => {
  it('is the voice itself while the person is withheld, and its own organisation when it has none', () => {
    expect(speakers(aVoice('seule', { region: 'Afrique' }), aNote('n', { voice: 'seule' }))).toEqual([
      ['seule', 'seule'],
    ])
  })

  it('is of no known organisation when nobody could identify it', () => {
    const records = [aVoice('k', { unidentified: 2 }), aNote('n', { voice: 'k' })]
    expect(speakers(...records)).toEqual([['k', 'unknown']])
  })

  it('is the same person in the voice its note was moved to', () => {
    expect(speakers(aVoice('jumelle', { twin: 'voix', group: 'g' }), aNote('n', { voice: 'jumelle' }))).toEqual([
      ['personne', 'g'],
    ])
  })

  it('is the same organisation under a token, a name, and a name joined into another', () => {
    const records = [
      anOrganisation('cglu'),
      anOrganisation('uclg', { into: 'cglu' }),
      aVoice('1', { group: 'g1' }),
      aVoice('2', { group: 'g1', organisation: 'uclg' }),
      aVoice('3', { organisation: 'cglu' }),
      ...['1', '2', '3'].map((voice) => aNote(`note ${voice}`, { voice })),
    ]
    expect(speakers(...records).map(([, organisation]) => organisation)).toEqual(['cglu', 'cglu', 'cglu'])
  })

  it('is the same organisation whichever of two names of its token came first', () => {
    const voices = [aVoice('1', { group: 'g1', organisation: 'a' }), aVoice('2', { group: 'g1', organisation: 'b' })]
    const rest = [aVoice('3', { group: 'g1' }), aNote('n', { voice: '3' })]
    expect([voices, voices.toReversed()].map((order) => speakers(...order, ...rest)[0]?.[1])).toEqual(['a', 'a'])
  })
})

describe('joined records', () => {
  it('count as what they were joined into, through several steps', () => {
    const records = [
      aTheme('puits', { into: 'forages' }),
      aTheme('forages', { into: 'eau' }),
      aRegion('Afrique du Nord', { into: 'Afrique' }),
      anAxis('axe bis', { into: 'axe' }),
      aVoice('autre', { region: 'Afrique du Nord' }),
      without(aNote('n', { voice: 'autre', axis: 'axe bis', 'theme:puits': true }), 'theme:eau'),
    ]
    const { regions, axes, themes, voices, mentions } = inputOf(...records)
    expect([regions.length, axes, themes.length]).toEqual([1, ['axe'], 1])
    expect(voices[0]).toMatchObject({ id: 'autre:axe', axis: 'axe', region: 'Afrique', ownSession: true })
    expect(mentions).toEqual([{ voice: 'autre:axe', theme: 'eau', stance: 'raises' }])
  })

  it('joined in a circle count as the greatest id of it', () => {
    const circle = [aTheme('t1', { into: 't2' }), aTheme('t2', { into: 't3' }), aTheme('t3', { into: 't1' })]
    const note = aNote('n', { 'theme:t1': true, 'theme:eau': false })
    expect(inputOf(...circle, note).themes.map(({ id }) => id)).toEqual(['eau', 't3'])
    expect(mentionsOf(...circle, note).map(({ theme }) => theme)).toEqual(['t3'])
  })

  it('are not joined while it is disputed into what, nor into something that is gone', () => {
    const records = [unsettled(aTheme('puits'), 'into'), aTheme('sol', { into: 'supprimé' })]
    expect(inputOf(...records).themes.map(({ id }) => id)).toEqual(['eau', 'puits', 'sol'])
  })

  it('leave out a mention of a theme that is gone', () => {
    expect(mentionsOf(aNote('n', { 'theme:supprimé': true })).map(({ theme }) => theme)).toEqual(['eau'])
  })
})

describe('parents of themes', () => {
  it('follow what the parent was joined into', () => {
    expect(parents(aTheme('ancien', { into: 'eau' }), aTheme('puits', { parent: 'ancien' }))).toEqual({
      eau: null,
      puits: 'eau',
    })
  })

  it('are none for a theme whose parent was joined into it', () => {
    expect(parents(aTheme('parent', { into: 'puits' }), aTheme('puits', { parent: 'parent' }))['puits']).toBeNull()
  })

  it('that turn in a circle are cut at its greatest id', () => {
    const circle = [aTheme('t1', { parent: 't2' }), aTheme('t2', { parent: 't3' }), aTheme('t3', { parent: 't1' })]
    expect(parents(...circle, aTheme('z', { parent: 't1' }))).toEqual({
      eau: null,
      t1: 't2',
      t2: 't3',
      t3: null,
      z: 't1',
    })
  })
})
