import type { ErasurePreview, Erasures } from '../../../../shared/contract/erasure-calls.ts'
import { ok } from '../../../../shared/kit/result.ts'
import type { Memory } from './memory-node.ts'

const TEXTS = [
  [
    'Comme Awa Diop l’a rappelé en séance, les bornes-fontaines du quartier ne suffisent plus depuis l’an dernier.',
    'Awa Diop',
  ],
  ['M. Diop, de la section voisine, propose une caisse commune pour l’entretien.', 'Diop'],
] as const

const PREVIEW: ErasurePreview = {
  names: ['Awa Diop', 'Awa Diop-Ndiaye'],
  records: { person: 1, speaker: 2, voice: 3, contact: 1 },
  notes: 14,
  named: TEXTS.map(([text, name], index) => ({
    record: `${index}`.repeat(22),
    kind: 'note',
    field: 'text',
    text,
    places: [[text.indexOf(name), text.indexOf(name) + name.length]],
    sure: index === 0,
  })),
  former: 2,
  sources: ['seance.vtt'],
  sent: [
    {
      at: Date.UTC(2026, 10, 20, 17, 40),
      kind: 'complete',
      audience: 'section',
      name: 'Afrique-1-4-2026-11-20-v3-bbbbbbbb.rapx',
      file: 'b'.repeat(64),
      notes: 128,
      to: 'le secrétariat',
      scope: [],
      locked: null,
    },
  ],
  registers: 1,
}

const HIDDEN: Erasures = {
  hidden: { operations: 12, records: 4, files: ['MEWA-2-2026-11-20-v1-cccccccc.rapx'], people: ['p'.repeat(22)] },
  waiting: [{ id: 'w'.repeat(43), record: null, kind: 'note', set: { text: 'Elle a dit que l’eau manque' } }],
  isPending: false,
}

/** What the node side would say of someone to remove, and of what others have removed. */
export function memoryErasures(memory: Pick<Memory, 'edit'>) {
  const nothing = () => memory.edit({ type: 'kept.settle', records: ['n'.repeat(22)], keep: true })
  const done = () => {
    const edited = nothing()
    return edited.ok ? ok({ ...edited.value, isDestroyed: true }) : edited
  }
  let erasures = HIDDEN
  return {
    'erasure.look': async () => ok(PREVIEW),
    'erasure.erase': async () => done(),
    'erasure.list': async () => ok(erasures),
    'drop.confirm': async () => {
      erasures = { ...erasures, hidden: { operations: 0, records: 0, files: [], people: [] } }
      return done()
    },
    'aside.take': async () => {
      erasures = { ...erasures, waiting: [] }
      return nothing()
    },
  }
}
