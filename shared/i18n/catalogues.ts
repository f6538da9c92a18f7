import frCommon from '../../resources/locales/fr/common.json'
import frShell from '../../resources/locales/fr/shell.json'
import frSettings from '../../resources/locales/fr/settings.json'
import frMenu from '../../resources/locales/fr/menu.json'
import frSetup from '../../resources/locales/fr/setup.json'
import frCapture from '../../resources/locales/fr/capture.json'
import frRecords from '../../resources/locales/fr/records.json'
import frImport from '../../resources/locales/fr/import.json'
import frReview from '../../resources/locales/fr/review.json'
import frClosing from '../../resources/locales/fr/closing.json'
import frMerge from '../../resources/locales/fr/merge.json'
import frPaste from '../../resources/locales/fr/paste.json'
import frParticipants from '../../resources/locales/fr/participants.json'
import frConsolidation from '../../resources/locales/fr/consolidation.json'
import frSettling from '../../resources/locales/fr/settling.json'
import frSend from '../../resources/locales/fr/send.json'
import frReport from '../../resources/locales/fr/report.json'
import frDashboard from '../../resources/locales/fr/dashboard.json'
import frDocument from '../../resources/locales/fr/document.json'
import frLists from '../../resources/locales/fr/lists.json'
import frFailure from '../../resources/locales/fr/failure.json'
import frOpening from '../../resources/locales/fr/opening.json'
import frBackup from '../../resources/locales/fr/backup.json'
import frVersions from '../../resources/locales/fr/versions.json'
import frErasure from '../../resources/locales/fr/erasure.json'
import frVerify from '../../resources/locales/fr/verify.json'
import frDiagnostics from '../../resources/locales/fr/diagnostics.json'
import frDuplicates from '../../resources/locales/fr/duplicates.json'
import frAttachments from '../../resources/locales/fr/attachments.json'
import frForm from '../../resources/locales/fr/form.json'
import frSources from '../../resources/locales/fr/sources.json'
import frVoices from '../../resources/locales/fr/voices.json'
import frCli from '../../resources/locales/fr/cli.json'
import enCommon from '../../resources/locales/en/common.json'
import enShell from '../../resources/locales/en/shell.json'
import enSettings from '../../resources/locales/en/settings.json'
import enMenu from '../../resources/locales/en/menu.json'
import enSetup from '../../resources/locales/en/setup.json'
import enCapture from '../../resources/locales/en/capture.json'
import enRecords from '../../resources/locales/en/records.json'
import enImport from '../../resources/locales/en/import.json'
import enReview from '../../resources/locales/en/review.json'
import enClosing from '../../resources/locales/en/closing.json'
import enMerge from '../../resources/locales/en/merge.json'
import enPaste from '../../resources/locales/en/paste.json'
import enParticipants from '../../resources/locales/en/participants.json'
import enConsolidation from '../../resources/locales/en/consolidation.json'
import enSettling from '../../resources/locales/en/settling.json'
import enSend from '../../resources/locales/en/send.json'
import enReport from '../../resources/locales/en/report.json'
import enDashboard from '../../resources/locales/en/dashboard.json'
import enDocument from '../../resources/locales/en/document.json'
import enLists from '../../resources/locales/en/lists.json'
import enFailure from '../../resources/locales/en/failure.json'
import enOpening from '../../resources/locales/en/opening.json'
import enBackup from '../../resources/locales/en/backup.json'
import enVersions from '../../resources/locales/en/versions.json'
import enErasure from '../../resources/locales/en/erasure.json'
import enVerify from '../../resources/locales/en/verify.json'
import enDiagnostics from '../../resources/locales/en/diagnostics.json'
import enDuplicates from '../../resources/locales/en/duplicates.json'
import enAttachments from '../../resources/locales/en/attachments.json'
import enForm from '../../resources/locales/en/form.json'
import enSources from '../../resources/locales/en/sources.json'
import enVoices from '../../resources/locales/en/voices.json'
import enCli from '../../resources/locales/en/cli.json'
import esCommon from '../../resources/locales/es/common.json'
import esShell from '../../resources/locales/es/shell.json'
import esSettings from '../../resources/locales/es/settings.json'
import esMenu from '../../resources/locales/es/menu.json'
import esSetup from '../../resources/locales/es/setup.json'
import esCapture from '../../resources/locales/es/capture.json'
import esRecords from '../../resources/locales/es/records.json'
import esImport from '../../resources/locales/es/import.json'
import esReview from '../../resources/locales/es/review.json'
import esClosing from '../../resources/locales/es/closing.json'
import esMerge from '../../resources/locales/es/merge.json'
import esPaste from '../../resources/locales/es/paste.json'
import esParticipants from '../../resources/locales/es/participants.json'
import esConsolidation from '../../resources/locales/es/consolidation.json'
import esSettling from '../../resources/locales/es/settling.json'
import esSend from '../../resources/locales/es/send.json'
import esReport from '../../resources/locales/es/report.json'
import esDashboard from '../../resources/locales/es/dashboard.json'
import esDocument from '../../resources/locales/es/document.json'
import esLists from '../../resources/locales/es/lists.json'
import esFailure from '../../resources/locales/es/failure.json'
import esOpening from '../../resources/locales/es/opening.json'
import esBackup from '../../resources/locales/es/backup.json'
import esVersions from '../../resources/locales/es/versions.json'
import esErasure from '../../resources/locales/es/erasure.json'
import esVerify from '../../resources/locales/es/verify.json'
import esDiagnostics from '../../resources/locales/es/diagnostics.json'
import esDuplicates from '../../resources/locales/es/duplicates.json'
import esAttachments from '../../resources/locales/es/attachments.json'
import esForm from '../../resources/locales/es/form.json'
import esSources from '../../resources/locales/es/sources.json'
import esVoices from '../../resources/locales/es/voices.json'
import esCli from '../../resources/locales/es/cli.json'

/** One catalogue per language and subject, the same for page, menus, documents and command line. */
export const catalogues = {
  fr: {
    common: frCommon,
    shell: frShell,
    settings: frSettings,
    menu: frMenu,
    setup: frSetup,
    capture: frCapture,
    records: frRecords,
    import: frImport,
    review: frReview,
    closing: frClosing,
    merge: frMerge,
    participants: frParticipants,
    paste: frPaste,
    consolidation: frConsolidation,
    settling: frSettling,
    send: frSend,
    report: frReport,
    dashboard: frDashboard,
    document: frDocument,
    lists: frLists,
    failure: frFailure,
    opening: frOpening,
    backup: frBackup,
    versions: frVersions,
    erasure: frErasure,
    verify: frVerify,
    diagnostics: frDiagnostics,
    duplicates: frDuplicates,
    attachments: frAttachments,
    form: frForm,
    sources: frSources,
    voices: frVoices,
    cli: frCli,
  },
  en: {
    common: enCommon,
    shell: enShell,
    settings: enSettings,
    menu: enMenu,
    setup: enSetup,
    capture: enCapture,
    records: enRecords,
    import: enImport,
    review: enReview,
    closing: enClosing,
    merge: enMerge,
    participants: enParticipants,
    paste: enPaste,
    consolidation: enConsolidation,
    settling: enSettling,
    send: enSend,
    report: enReport,
    dashboard: enDashboard,
    document: enDocument,
    lists: enLists,
    failure: enFailure,
    opening: enOpening,
    backup: enBackup,
    versions: enVersions,
    erasure: enErasure,
    verify: enVerify,
    diagnostics: enDiagnostics,
    duplicates: enDuplicates,
    attachments: enAttachments,
    form: enForm,
    sources: enSources,
    voices: enVoices,
    cli: enCli,
  },
  es: {
    common: esCommon,
    shell: esShell,
    settings: esSettings,
    menu: esMenu,
    setup: esSetup,
    capture: esCapture,
    records: esRecords,
    import: esImport,
    review: esReview,
    closing: esClosing,
    merge: esMerge,
    participants: esParticipants,
    paste: esPaste,
    consolidation: esConsolidation,
    settling: esSettling,
    send: esSend,
    report: esReport,
    dashboard: esDashboard,
    document: esDocument,
    lists: esLists,
    failure: esFailure,
    opening: esOpening,
    backup: esBackup,
    versions: esVersions,
    erasure: esErasure,
    verify: esVerify,
    diagnostics: esDiagnostics,
    duplicates: esDuplicates,
    attachments: esAttachments,
    form: esForm,
    sources: esSources,
    voices: esVoices,
    cli: esCli,
  },
} as const

type French = typeof catalogues.fr

export type Namespace = keyof French

export const NAMESPACES = Object.keys(catalogues.fr) as Namespace[]

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: French
  }
}
