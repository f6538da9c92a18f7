import { describe, expect, it } from 'vitest'
import type { ArchiveContract } from '#shared/contract/archive-contract.ts'
import type { PageContract } from '#shared/contract/contract.ts'
import type { CallFailure, Contract, FailureOf } from '#shared/contract/method.ts'
import { LANGUAGES, type Language } from '#shared/i18n/languages.ts'
import { createI18n, createTranslator } from '#shared/i18n/translator.ts'
import type { MappingFailure } from '#shared/programme/mapping.ts'
import { REFUSING, type ParticipantIssue } from '#shared/programme/participants/participant-draft.ts'
import type { RowError } from '#shared/programme/row-draft.ts'
import type { TableFailure } from '#shared/programme/table.ts'
import type { ArgumentFailure } from '../../electron/cli/verb.ts'
import { sayFailure } from '../../electron/cli/say-failure.ts'

type FailureType<C extends Contract> = Extract<FailureOf<C[keyof C]>, { type: string }>['type'] | CallFailure['type']

/** Failures exist only for the compiler: it refuses this list as soon as one is missing, or too many. */
const OF_PAGE: Readonly<Record<FailureType<PageContract>, true>> = {
  AlreadyHere: true,
  Altered: true,
  AttachmentDamaged: true,
  AttachmentNotHere: true,
  AttachmentRefused: true,
  AxisNeeded: true,
  BackupLocked: true,
  BackupOnlyRestores: true,
  BadManifest: true,
  ConsultationNotFound: true,
  EmptyFile: true,
  FileUnreadable: true,
  FormUnreadable: true,
  InvalidInput: true,
  InvalidValue: true,
  JobCancelled: true,
  JoinsInCircle: true,
  JobFailed: true,
  Locked: true,
  LooserThanNow: true,
  MapInvalid: true,
  NotABackup: true,
  NotABundle: true,
  NotAFile: true,
  NoMemory: true,
  PartRefused: true,
  TooSlow: true,
  NotEditable: true,
  NothingOpen: true,
  NothingToMerge: true,
  NothingToReport: true,
  NothingToUndo: true,
  NotSaved: true,
  OtherConsultation: true,
  PassphraseNeeded: true,
  PassphraseWeak: true,
  ProtectionDamaged: true,
  RecordNotFound: true,
  RegionNeeded: true,
  ReplacedSince: true,
  SampleAndReal: true,
  SessionNeeded: true,
  SourceDamaged: true,
  SourceNotHere: true,
  SourceUnreadable: true,
  TableUnreadable: true,
  TemplateNotFound: true,
  NotQuotable: true,
  Unsettled: true,
  UnderConsent: true,
  TwoVoices: true,
  TextIsBlank: true,
  TighteningStays: true,
  TooLarge: true,
  TooNew: true,
  Truncated: true,
  Unexpected: true,
  UnknownField: true,
  UnknownMethod: true,
  VersionNotFound: true,
  WrongPassphrase: true,
  WrongRecoveryKey: true,
  WrongSecret: true,
  BadSignature: true,
  FileLocked: true,
  NotForUs: true,
  SenderUnknown: true,
  WordsLeaked: true,
  NoRecipient: true,
  PreparedGone: true,
}

const OF_COMMAND_LINE: Readonly<Record<FailureType<ArchiveContract> | ArgumentFailure['type'], true>> = {
  AlreadyHere: true,
  Altered: true,
  AxisNeeded: true,
  BackupLocked: true,
  BackupOnlyRestores: true,
  BadManifest: true,
  EmptyFile: true,
  FileMissing: true,
  FileNotWritten: true,
  FileUnreadable: true,
  FormUnreadable: true,
  InvalidInput: true,
  MapInvalid: true,
  NotABackup: true,
  NotABundle: true,
  NotAFile: true,
  NoMemory: true,
  PartRefused: true,
  TooSlow: true,
  NotAStore: true,
  NothingFound: true,
  NothingToReport: true,
  OptionInvalid: true,
  NameRefused: true,
  OptionMissing: true,
  OptionTwice: true,
  OtherConsultation: true,
  OutputIsInput: true,
  PassphraseNeeded: true,
  PassphraseWeak: true,
  RegionNeeded: true,
  SampleAndReal: true,
  SessionNeeded: true,
  TableUnreadable: true,
  TemplateNotFound: true,
  TooLarge: true,
  TooNew: true,
  Truncated: true,
  Unexpected: true,
  UnknownMethod: true,
  UnknownOption: true,
  UnknownVerb: true,
  WordUnexpected: true,
  WouldOverwrite: true,
  WrongPassphrase: true,
  BadSignature: true,
  FileLocked: true,
  NotForUs: true,
  NoRecipient: true,
  WordsLeaked: true,
  PlaceUnknown: true,
  FolderTooLarge: true,
  NoBundleInFolder: true,
}

const OF_TABLES: Readonly<Record<TableFailure['type'] | MappingFailure['type'], true>> = {
  ColumnMissing: true,
  EmptyTable: true,
  EncodingUnreadable: true,
  MappingUnreadable: true,
  NameNotMapped: true,
  NotATable: true,
  QuoteNotClosed: true,
  SheetMissing: true,
  TargetTwice: true,
  TextNotMapped: true,
  TooLarge: true,
  UnknownTarget: true,
  WorkbookDamaged: true,
  WorkbookProtected: true,
}

const OF_ROWS: Readonly<Record<RowError['type'], true>> = {
  AxisMissing: true,
  BadDate: true,
  EmptyText: true,
  QuoteMisplaced: true,
  TextTooLong: true,
  TooManyCells: true,
  UnknownAxis: true,
  UnknownKind: true,
  UnknownRegion: true,
  UnknownStance: true,
  UnknownTheme: true,
}

const OF_LISTS: Readonly<Record<ParticipantIssue['type'], true>> = {
  BadEmail: true,
  HiddenMark: true,
  NobodyNamed: true,
  PersonErased: true,
  QuoteMisplaced: true,
  TooFewCells: true,
  TooManyCells: true,
  UnknownGender: true,
  UnknownLang: true,
  UnknownRegion: true,
  UnknownSpeaksFor: true,
  WordsTooLong: true,
}

/** What a failure must say: is anything lost, what happened, what to do. */
const PARTS = ['safe', 'what', 'do']

describe.each(LANGUAGES)('failures in the language %s', (language: Language) => {
  const i18n = createI18n(language)
  const translate = createTranslator(language)

  it.each(Object.keys(OF_PAGE))('say for %s what happened, what is safe and what to do', (type) => {
    expect(PARTS.filter((part) => !i18n.exists(`failure:${type}.${part}`))).toEqual([])
  })

  it.each(Object.keys(OF_TABLES))('say for a table that gives %s what is wrong with it', (type) => {
    expect(PARTS.filter((part) => !i18n.exists(`import:failure.${type}.${part}`))).toEqual([])
  })

  it.each(Object.keys(OF_ROWS))('say for a row that gives %s where it is', (type) => {
    const words = i18n.t(`import:refused.${type as RowError['type']}`, {
      line: 17,
      column: 'Thème',
      value: 'Lune',
      count: 1,
    })
    expect(words).toContain('17')
    expect(words).not.toContain(type)
  })

  it.each(Object.keys(OF_LISTS) as ParticipantIssue['type'][])(
    'say for a line of a list that gives %s where it is',
    (type) => {
      const key = `participants:${REFUSING.has(type) ? 'refused' : 'warning'}.${type}`
      const words = i18n.t(key as 'participants:refused.NobodyNamed', { line: 17, column: 'Genre', value: '?' })
      expect(words).toContain('17')
      expect(words).not.toContain(type)
    },
  )

  it.each(Object.keys(OF_COMMAND_LINE))('have words for %s on the command line', (type) => {
    const words = sayFailure({ type }, translate)
    const unknown = sayFailure({ type: 'NoSuchFailure' }, translate)
    expect(words).not.toContain(type)
    expect(words).not.toBe(unknown.replace('NoSuchFailure', type))
  })
})
