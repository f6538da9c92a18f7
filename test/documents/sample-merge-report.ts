import type { MergeReport } from '#shared/merge/merge-report.ts'
import type { MergeReportHead } from '#shared/merge/merge-report-outline.ts'

const NONE = { added: 0, updated: 0, identical: 0, conflicting: 0, removed: 0, kept: 0 }

const FILE: MergeReport['files'][number] = {
  name: 'AFR/Afrique-4-2021-05-18-v3-19ab00c1.rapx',
  state: 'whole',
  refusal: null,
  audience: 'secretariat',
  seq: 3,
  missing: [2],
  sections: ['Afrique'],
  axes: ['Démocratie locale'],
  notes: 214,
  setAside: [],
  counts: { note: { ...NONE, added: 96, updated: 12, identical: 103, conflicting: 3 } },
}

/** A merge where everything happened: whole, in part, already there, refused, a file that never came. */
export const aMergeReport: MergeReport = {
  files: [
    FILE,
    {
      ...FILE,
      name: 'LATAM & Caribe.rapx',
      state: 'partly',
      seq: 1,
      missing: [],
      sections: ['LATAM', 'NORAM'],
      setAside: [
        { reason: 'unreadable', count: 2, lines: [12, 40] },
        { reason: 'wrong-class', count: 1, lines: [7] },
      ],
    },
    { ...FILE, name: 'Eurasie-v1.rapx', state: 'already-here', seq: 1, missing: [], sections: ['Eurasie'], counts: {} },
    {
      ...FILE,
      name: 'NORAM.rapx',
      state: 'refused',
      refusal: { type: 'TooNew', found: 3, supported: 1, context: '' },
      seq: null,
      missing: [],
      sections: [],
      notes: 0,
      counts: {},
    },
  ],
  counts: {
    note: { ...NONE, added: 96, updated: 12, identical: 630, conflicting: 3, kept: 2 },
    speaker: { ...NONE, added: 14, identical: 121 },
    capital: { ...NONE, added: 1 },
  },
  conflicts: [
    { kind: 'note', field: 'text', count: 2 },
    { kind: 'note', field: 'scope', count: 1 },
  ],
  newOperations: 412,
  knownOperations: 1_930,
  replacesOurs: 1,
  waiting: 0,
}

export const aMergeReportHead: MergeReportHead = {
  lang: 'fr',
  title: 'Deuxième Forum Mondial des Villes Intermédiaires',
  organiser: 'CGLU',
  sample: false,
  day: '2021-05-19',
  time: '09:58',
  withdrawn: false,
}
