import type { RegisterEntry } from '../../../../shared/contract/backup-calls.ts'
import type { ImportPreview, ImportReport } from '../../../../shared/contract/import-calls.ts'
import type { Inbox } from '../../../../shared/contract/inbox-calls.ts'
import type { ImportEntry } from '../../../../shared/contract/replies.ts'
import { fail, ok } from '../../../../shared/kit/result.ts'
import { aMergeReport } from '../../../documents/sample-merge-report.ts'

const SENT: RegisterEntry = {
  at: Date.UTC(2021, 4, 18, 17, 30),
  kind: 'projection',
  audience: 'secretariat',
  name: 'sections-4axes-2021-05-18-v3-11aa22bb.rapx',
  file: 'c0ffee',
  notes: 284,
  to: 'Barcelone',
  scope: [],
  locked: null,
}

const LOOK: ImportPreview = {
  withdrawn: false,
  kinds: {
    note: { added: 1, changed: 4, away: 93 },
    speaker: { added: 0, changed: 0, away: 12 },
    capital: { added: 0, changed: 0, away: 2 },
  },
  staying: { note: 3, session: 1 },
  heldBack: 2,
  sent: [SENT, { ...SENT, at: SENT.at + 3_600_000, kind: 'document', audience: null, name: null, to: 'ليلى حداد' }],
}

const FOLDER: Inbox = {
  name: 'Boîte CGLU',
  isThere: true,
  files: [
    { token: 'new-1', name: 'ASPAC/ASPAC-4-2021-05-19-v3-2f00aa11.rapx' },
    { token: 'new-2', name: 'Europe.rapx' },
    { token: 'new-3', name: 'Metropolis.rapx' },
  ],
  arriving: 1,
}

/** What the node side answers of folders and of what was put in; `inbox` is `none`, `gone` or `new`. */
export function arrivalAnswers(imports: () => readonly ImportEntry[], inbox: string | null) {
  let folder =
    inbox === 'new' ? FOLDER : inbox === 'gone' ? { ...FOLDER, isThere: false, files: [], arriving: 0 } : null
  const withdrawnNow = (id: string): boolean => imports().find((entry) => entry.id === id)?.withdrawn === true
  return {
    'register.list': async () => ok([SENT]),
    'inbox.look': async () => ok(folder),
    'inbox.choose': async () => ok((folder = FOLDER)),
    'inbox.forget': async () => ok((folder = null)),
    'files.unfold': async ({ files }: { files: readonly string[] }) => {
      const told = [
        { type: 'Empty', name: 'Ancien' },
        { type: 'Cut', name: 'Archives', taken: 1_000 },
      ]
      return ok({ files: files.map((token) => ({ token, name: token })), told })
    },
    'import.look': async ({ import: id }: { import: string }) => {
      const withdrawn = withdrawnNow(id)
      const kinds = withdrawn ? { note: { added: 93, changed: 4, away: 1 } } : LOOK.kinds
      return ok({ ...LOOK, withdrawn, kinds, sent: withdrawn ? [] : LOOK.sent })
    },
    'import.report': async ({ import: id }: { import: string }) => {
      const entry = imports().find((one) => one.id === id)
      const { at = 0, withdrawn = false } = entry ?? {}
      return ok({ at, withdrawn, isDetailed: id !== 'a', detail: aMergeReport } satisfies ImportReport)
    },
    'import.saveReport': async ({ as }: { as: 'word' | 'json' }) =>
      as === 'word'
        ? ok({ name: 'rapport-de-consolidation-2021-05-19.docx' })
        : fail({ type: 'NotSaved', code: 'ENOSPC' }),
  }
}
