import { describe, expect, it } from 'vitest'
import type { NotMerged, NotOpened, NotReported } from '../../../../shared/contract/contract.ts'
import type { NotSent } from '../../../../shared/contract/send-calls.ts'
import type { CallFailure } from '../../../../shared/contract/method.ts'
import type { TableFailureReply } from '../../../../shared/contract/table-replies.ts'
import type { EditFailure } from '../../../../shared/edit/command.ts'
import type { UndoFailure } from '../../../../shared/edit/undo.ts'
import { catalogues } from '../../../../shared/i18n/catalogues.ts'
import { LANGUAGES } from '../../../../shared/i18n/languages.ts'

type AnyType = (
  CallFailure | EditFailure | UndoFailure | NotMerged | NotOpened | NotReported | NotSent | TableFailureReply
)['type']

/** The compiler refuses this table when a failure is missing from it. */
const TYPES: Readonly<Record<AnyType, true>> = {
  NotSaved: true,
  NothingOpen: true,
  ConsultationNotFound: true,
  Locked: true,
  TemplateNotFound: true,
  JobCancelled: true,
  JoinsInCircle: true,
  JobFailed: true,
  NothingToReport: true,
  RegionNeeded: true,
  AxisNeeded: true,
  SessionNeeded: true,
  EmptyFile: true,
  NotABundle: true,
  NotAFile: true,
  NoMemory: true,
  PartRefused: true,
  TooSlow: true,
  Truncated: true,
  TooNew: true,
  TooLarge: true,
  BadManifest: true,
  Altered: true,
  BackupOnlyRestores: true,
  OtherConsultation: true,
  SampleAndReal: true,
  FileUnreadable: true,
  NothingToMerge: true,
  TableUnreadable: true,
  MapInvalid: true,
  RecordNotFound: true,
  NotEditable: true,
  UnknownField: true,
  InvalidValue: true,
  NotQuotable: true,
  Unsettled: true,
  UnderConsent: true,
  TwoVoices: true,
  TextIsBlank: true,
  LooserThanNow: true,
  NothingToUndo: true,
  ReplacedSince: true,
  TighteningStays: true,
  UnknownMethod: true,
  InvalidInput: true,
  Unexpected: true,
  BadSignature: true,
  FileLocked: true,
  NotForUs: true,
  SenderUnknown: true,
  WordsLeaked: true,
  NoRecipient: true,
  PreparedGone: true,
  WrongPassphrase: true,
  PassphraseWeak: true,
}

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(Object.keys(TYPES))('%s says whether the work is safe, what happened and what to do', (type) => {
    const words: unknown = Object.entries(catalogues[language].failure).find(([key]) => key === type)?.[1]
    expect(words).toMatchObject({
      safe: expect.stringMatching(/\S/),
      what: expect.stringMatching(/\S/),
      do: expect.stringMatching(/\S/),
    })
  })

  it('each kind of note answers to a letter of its own', () => {
    const letters = Object.values(catalogues[language].capture.kindLetter)
    expect(new Set(letters).size).toBe(letters.length)
  })
})
