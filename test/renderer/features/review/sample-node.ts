import { contract, type PageContract } from '../../../../shared/contract/contract.ts'
import { dispatch } from '../../../../shared/contract/dispatch.ts'
import type { Handlers, InputOf } from '../../../../shared/contract/method.ts'
import type { FileReport, ImportEntry, Workspace } from '../../../../shared/contract/replies.ts'
import { evidenceInput } from '../../../../shared/evidence/evidence-of.ts'
import { readEvidence } from '../../../../shared/evidence/read-evidence.ts'
import type { Command } from '../../../../shared/edit/command.ts'
import { fail, ok } from '../../../../shared/kit/result.ts'
import { settlingCommands } from '../../../../electron/node/merge/settling-commands.ts'
import { composeChanges } from '../../../../shared/model/change.ts'
import { planMerge } from '../../../../shared/merge/plan-merge.ts'
import { waitingLoosenings } from '../../../../shared/operation/waiting.ts'
import { type OpenSample, originsOf, previewOf } from './sample-core.ts'
import { SENDERS, sendAnswers } from './sample-senders.ts'
import { duplicateAnswers } from './sample-twice.ts'
import { arrivalAnswers } from './sample-arrivals.ts'

const FILE: FileReport = {
  token: '1',
  name: 'MEWA-1-2-3-4-2021-05-19-v2-7c41d0aa.rapx',
  state: 'whole',
  failure: null,
  kind: 'projection',
  audience: 'secretariat',
  seq: 3,
  missing: [2],
  sections: ['MEWA'],
  axes: ['Démocratie locale', 'Transition écologique'],
  notes: 142,
  setAside: [],
  counts: {},
  sender: SENDERS.known,
}
/** Files as people send them: whole, in part, already here, cut short. */
const FILES: readonly FileReport[] = [
  FILE,
  {
    ...FILE,
    token: '2',
    name: 'Afrique-4-2021-05-18-v3-19ab00c1.rapx',
    sender: SENDERS.new,
    scope: ['axes'],
    sections: ['Afrique'],
    notes: 214,
    missing: [],
  },
  {
    ...FILE,
    token: '3',
    name: 'Eurasie-4-2021-05-12-v1-77de10fa.rapx',
    state: 'already-here',
    sections: ['Eurasie'],
    notes: 66,
    missing: [],
  },
  {
    ...FILE,
    token: '4',
    name: 'LATAM-4-2021-05-18-v2-aa0194de.rapx',
    sender: SENDERS.unsigned,
    isNewer: true,
    state: 'partly',
    sections: ['LATAM'],
    notes: 188,
    missing: [],
    setAside: [
      { line: 12, reason: 'unreadable' },
      { line: 40, reason: 'wrong-class' },
    ],
  },
  {
    ...FILE,
    token: '5',
    name: 'NORAM-4-2021-05-14.rapx',
    state: 'refused',
    failure: { type: 'Truncated' },
    sections: [],
    notes: 0,
    seq: null,
    kind: null,
    missing: [],
  },
]

const IMPORTS: readonly ImportEntry[] = [
  {
    id: 'b',
    at: Date.UTC(2021, 4, 18, 9, 20),
    files: [{ name: 'ASPAC-4-2021-05-17-v2.rapx', sections: ['ASPAC'], notes: 131 }],
    added: 262,
    withdrawn: false,
  },
  {
    id: 'a',
    at: Date.UTC(2021, 4, 12, 18, 5),
    files: [{ name: 'Eurasie-4-2021-05-12-v1.rapx', sections: ['Eurasie'], notes: 66 }],
    added: 66,
    withdrawn: true,
  },
]

const TABLE = {
  columns: ['Contribution', 'Thème', 'Région', 'Ville, pays', 'Date'],
  rows: 214,
  sample: [
    {
      Contribution: 'Ouvrir les données de mobilité',
      Thème: 'Transition écologique',
      Région: 'Afrique',
      'Ville, pays': 'Ndiarème',
      Date: '7 mai 2021',
    },
    {
      Contribution: 'Créer un guichet unique',
      Thème: 'Démocratie locale',
      Région: 'Europe',
      'Ville, pays': 'Brest',
      Date: '7 mai 2021',
    },
  ],
  encoding: 'windows-1252',
  separator: ';',
  sheet: null,
  suggestedMap: 'text=Contribution,axis=Thème,region=Région,date=Date',
  notes: 211,
  toCreate: { axes: [], regions: ['Océanie'], themes: [] },
  errors: [
    { line: 12, column: 'Thème', type: 'UnknownAxis', value: 'Culture' },
    { line: 40, column: null, type: 'EmptyText', value: '' },
    { line: 97, column: 'Région', type: 'UnknownRegion', value: 'Océanie' },
  ],
}

export interface SampleNodeOptions {
  /** Milliseconds that the jobs take. */
  readonly slow?: number
  /** Notes that a second person took of what was noted already. */
  readonly twice?: ReadonlySet<string>
}

/** Answers the page as the node side does, over the sample in memory. */
export function sampleNode(
  open: OpenSample,
  { slow = 0, twice = new Set() }: SampleNodeOptions = {},
): Window['rapporteur'] {
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  const tell = (event: string, payload: unknown) => {
    for (const listen of listeners.get(event) ?? []) listen(payload)
  }
  const work = async (job: string) => {
    for (const share of [0.3, 0.7]) {
      tell('job.progress', { job, share })
      await new Promise((done) => setTimeout(done, slow))
    }
  }
  const preview = () => {
    const planned = previewOf(open)
    const files = FILES.map((file) => (file.token === '1' ? { ...file, counts: planned.plan.counts } : file))
    return { ...planned, files }
  }
  let imports = IMPORTS
  const setImport = (id: string, withdrawn: boolean) => {
    imports = imports.map((entry) => (entry.id === id ? { ...entry, withdrawn } : entry))
    return ok(open.here.edited({}))
  }
  const handlers = {
    'workspace.read': async () => ok(workspaceOf(open)),
    'edit.apply': async (command: Command) => open.here.edit(command),
    'draft.keep': async () => ok({ at: Date.now() }),
    'edit.undo': async () => open.here.undo(),
    'edit.redo': async () => fail({ type: 'NothingToUndo' }),
    'evidence.read': async ({ job }: { job: string }) => {
      await work(job)
      return ok({ evidence: readEvidence(evidenceInput(open.here.records.values())), computedAt: 0 })
    },
    'job.cancel': async () => ok(null),
    'file.choose': async ({ purpose }: { purpose: string }) =>
      ok(
        purpose === 'notes'
          ? [{ token: 'table', name: 'contributions.csv' }]
          : FILES.map(({ token, name }) => ({ token, name })),
      ),
    'file.take': async () => ok([]),
    'bundle.preview': async ({ job }: { job: string }) => {
      await work(job)
      return ok(preview())
    },
    ...duplicateAnswers(open, twice),
    'settle.origins': async ({ records }: { records: readonly string[] }) => ok(originsOf(open, records)),
    'loosening.list': async () => ok(waitingIn(open)),
    'loosening.accept': async ({ ids }: { ids: readonly string[] }) => ok(open.here.accept(ids)),
    'bundle.merge': async ({ job, ...settling }: InputOf<PageContract['bundle.merge']>) => {
      await work(job)
      const before = preview()
      const { plan, fold } = planMerge(open.here.fold, open.here.records, open.section.written)
      open.here.fold = fold
      imports = [
        { id: 'c', at: Date.UTC(2021, 4, 19, 9, 58), files: FILES.slice(0, 2), added: 12, withdrawn: false },
        ...imports,
      ]
      let edited = open.here.edited(plan.change)
      for (const command of settlingCommands(settling)) {
        const settled = open.here.edit(command)
        if (settled.ok) edited = { ...settled.value, change: composeChanges(edited.change, settled.value.change) }
      }
      return ok({ ...edited, preview: before, import: 'c' })
    },
    'import.list': async () => ok(imports),
    'erasure.list': async () => ok({ hidden: { operations: 0, records: 0, files: [] }, waiting: [], isPending: false }),
    ...arrivalAnswers(() => imports, new URLSearchParams(location.search).get('inbox')),
    'import.withdraw': async ({ import: id }: { import: string }) => setImport(id, true),
    'import.restore': async ({ import: id }: { import: string }) => setImport(id, false),
    ...sendAnswers([...open.here.records].flatMap(([id, { kind }]) => (kind === 'note' ? [id] : [])).slice(0, 3)),
    'table.preview': async () => ok(TABLE),
    'table.import': async () => ok({ ...open.here.edited({}), added: 211, alreadyHere: 0, errors: TABLE.errors }),
  } as unknown as Handlers<PageContract>
  return {
    send: (method, input) => dispatch(contract, handlers, method, input, (name, error) => console.error(name, error)),
    on: (event, listener) => {
      const known = listeners.get(event) ?? new Set()
      listeners.set(event, known.add(listener))
      return () => known.delete(listener)
    },
    drop: async () => FILES.map(({ token, name }) => ({ token, name, size: 1 })),
  }
}

const waitingIn = ({ here }: OpenSample) =>
  waitingLoosenings(here.fold).map((waiting) => {
    const consent = here.fold.records.get(waiting.record)?.levels.get(waiting.id)?.consent ?? ''
    const { who, at, basis } = here.records.get(consent)?.f ?? {}
    return { ...waiting, kind: 'note', consent, who, at, basis, covers: 1 }
  })

export const workspaceOf = ({ here, consultation, lists }: OpenSample): Workspace => ({
  consultation,
  sample: true,
  records: [...here.records.values()],
  history: { undo: here.steps.at(-1)?.label ?? null, redo: null },
  savedAt: Date.UTC(2021, 4, 19, 9, 58, 40),
  lists: { ...lists },
  documents: [],
  readOnly: null,
  found: [],
  drafts: [],
})
