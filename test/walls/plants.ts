/** A file that breaks one wall, in a tree that holds nothing else, and what it reaches for. */
export interface Plant {
  readonly from: string
  readonly text: string
  /** Files and packages that must be there to be reached. */
  readonly around?: Readonly<Record<string, string>>
}

const reaching = (from: string, specifier: string, reached?: string): Plant => ({
  from,
  text: `import * as other from '${specifier}'\nexport const use = other\n`,
  ...(reached === undefined ? {} : { around: { [reached]: 'export const reached = 1\n' } }),
})

/** One offence for every wall, by the name of its rule. */
export const PLANTS: Readonly<Record<string, Plant>> = {
  'no-cycles': {
    from: 'electron/node/cycle/first.ts',
    text: "import { second } from './second.ts'\nexport const first = (): number => second()\n",
    around: {
      'electron/node/cycle/second.ts':
        "import { first } from './first.ts'\nexport const second = (): number => first()\n",
    },
  },
  'no-orphans': { from: 'shared/model/nobody-uses-this.ts', text: 'export const alone = 1\n' },
  'shared-is-pure': reaching('shared/search/reads-a-file.ts', 'node:fs'),
  'kit-is-the-floor': reaching('shared/kit/knows-a-note.ts', '../model/note.ts', 'shared/model/note.ts'),
  'model-and-operation-below-subjects': reaching(
    'shared/model/knows-a-report.ts',
    '../report/title.ts',
    'shared/report/title.ts',
  ),
  'subjects-below-contract': reaching(
    'shared/edit/knows-its-caller.ts',
    '../contract/call.ts',
    'shared/contract/call.ts',
  ),
  'privacy-knows-no-output': reaching(
    'shared/privacy/knows-word.ts',
    '../report/outline.ts',
    'shared/report/outline.ts',
  ),
  'writers-take-projections': reaching(
    'shared/report/reads-operations.ts',
    '../operation/fold.ts',
    'shared/operation/fold.ts',
  ),
  'node-side-knows-no-window': reaching('electron/node/store/opens-a-window.ts', 'electron'),
  'hosts-use-the-front-door': reaching(
    'electron/cli/goes-round-the-back.ts',
    '#node/store/journal.ts',
    'electron/node/store/journal.ts',
  ),
  'preload-carries-the-contract': reaching(
    'electron/preload/carries-more.ts',
    '#shared/merge/plan.ts',
    'shared/merge/plan.ts',
  ),
  'renderer-is-a-page': reaching('renderer/app/reaches-the-node-side.tsx', '#node/jobs.ts', 'electron/node/jobs.ts'),
  'renderer-has-no-node': reaching('renderer/app/reads-a-file.ts', 'node:fs/promises'),
  'features-do-not-meet': reaching(
    'renderer/features/merge/borrows.tsx',
    '../capture/feed.tsx',
    'renderer/features/capture/feed.tsx',
  ),
  'closing-reads-again-and-writes-up': reaching(
    'renderer/features/closing/borrows.tsx',
    '../capture/feed.tsx',
    'renderer/features/capture/feed.tsx',
  ),
  'ui-is-a-leaf': reaching('renderer/ui/knows-a-note.tsx', '../state/notes.ts', 'renderer/state/notes.ts'),
  'lowdb-in-one-room': reaching('electron/node/workspace/writes-by-itself.ts', 'lowdb'),
  'docx-in-one-room': reaching('electron/node/archive/writes-word.ts', 'docx'),
  'zip-in-two-rooms': reaching('electron/node/store/opens-a-zip.ts', 'yauzl'),
  'product-knows-no-test': reaching('shared/edit/uses-a-test.ts', '../../test/build/note.ts', 'test/build/note.ts'),
}

/** What the same walls let through, each beside an offence that looks like it. */
export const ALLOWED: readonly Plant[] = [
  reaching('shared/search/checks-a-shape.ts', 'zod'),
  reaching('shared/report/names-an-operation.ts', '../operation/operation.ts', 'shared/operation/operation.ts'),
  reaching('electron/main/opens-a-window.ts', 'electron'),
  reaching('electron/cli/enters-by-the-front.ts', '#node/compose.ts', 'electron/node/compose.ts'),
  reaching('electron/preload/carries-events.ts', '#shared/contract/events.ts', 'shared/contract/events.ts'),
  reaching('renderer/features/merge/opens-a-form.tsx', '../records/form.tsx', 'renderer/features/records/form.tsx'),
  reaching('electron/node/store/keeps-a-snapshot.ts', 'lowdb'),
  reaching('electron/node/report/writes-word.ts', 'docx'),
  reaching('electron/node/exchange/opens-a-zip.ts', 'yauzl'),
]

/** Packages that plants reach for: only their place counts. */
export const PACKAGES = ['zod', 'electron', 'lowdb', 'docx', 'yauzl'] as const
