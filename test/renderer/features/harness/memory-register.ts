import type { RegisterEntry } from '../../../../shared/contract/backup-calls.ts'

const DIGEST = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
/** What has left this computer. */
export const REGISTER: readonly RegisterEntry[] = [
  {
    at: Date.UTC(2021, 4, 18, 18, 4),
    kind: 'backup',
    audience: null,
    name: 'sauvegarde-2021-05-18-v1.rapx',
    file: DIGEST,
    notes: 128,
    to: 'clé du bureau',
    scope: [],
    locked: null,
  },
  {
    at: Date.UTC(2021, 4, 18, 9),
    kind: 'document',
    audience: null,
    name: 'Synthèse mondiale.docx',
    file: DIGEST.split('').toReversed().join(''),
    notes: 96,
    to: 'ليلى حداد',
    scope: [],
    locked: null,
  },
  {
    at: Date.UTC(2021, 4, 12, 9),
    kind: 'projection',
    audience: 'secretariat',
    name: null,
    file: null,
    notes: null,
    to: '',
    scope: [],
    locked: null,
  },
]
