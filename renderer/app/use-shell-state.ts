import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '#shared/i18n/format.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { labelOf } from '#shared/model/label.ts'
import type { Records } from '#shared/model/record.ts'
import { SILENT_KINDS } from '#shared/process/lists.ts'
import { secondTime } from '../state/clock-time.ts'
import type { SaveState } from '../state/save-machine.ts'
import { usePage } from '../state/workspace-store.ts'
import type { Saving } from '../ui/save-state.tsx'
import type { ShellModel } from './shell-model.ts'

interface Counts {
  readonly notes: number
  readonly undecided: number
  /** Versions side by side, and what was put away while someone was writing in it. */
  readonly unsettled: number
}

function countsOf(records: Records): Counts {
  const counts = { notes: 0, undecided: 0, unsettled: 0 }
  for (const { kind, f, conflicts, kept } of records.values()) {
    if (conflicts !== undefined || kept === true) counts.unsettled += 1
    if (kind !== 'note') continue
    counts.notes += 1
    if (!SILENT_KINDS.has(f['noteKind']) && (f['scope'] ?? 'undecided') === 'undecided') counts.undecided += 1
  }
  return counts
}

/** What the frame says of the open consultation. */
export function useOpenProcess(language: Language): Pick<ShellModel, 'process' | 'status' | 'badges'> {
  const { t } = useTranslation('shell')
  const workspace = usePage((state) => state.workspace)
  return useMemo(() => {
    if (workspace === null) return { process: null, status: '', badges: {} }
    const { notes, undecided, unsettled } = countsOf(workspace.records)
    const shown = (count: number): string => formatNumber(count, language)
    return {
      process: {
        title: labelOf(workspace.records.get(workspace.consultation), language),
        sample: workspace.sample,
      },
      status: t('status.counts', { count: notes, notes: shown(notes), undecided: shown(undecided) }),
      badges: {
        review: { count: undecided, label: t('badge.undecided', { count: undecided }) },
        merge: { count: unsettled, label: t('badge.conflicts', { count: unsettled }) },
      },
    }
  }, [workspace, language, t])
}

/** The save state as the status bar shows it. */
export function savingOf(save: SaveState, isOpen: boolean, language: Language): Saving {
  if (!isOpen) return { state: 'nothing' }
  const time = (ms: number): string => secondTime(ms, language)
  switch (save.state) {
    case 'saving':
    case 'read-only':
      return { state: save.state }
    case 'not-saved':
      return { state: 'unsaved', since: time(save.since) }
    case 'elsewhere':
      return { state: 'elsewhere', at: time(save.at) }
    case 'typing':
    case 'draft-kept': {
      const kept = save.keptAt === null ? null : time(save.keptAt)
      return { state: save.state === 'typing' ? 'typing' : 'draft', at: time(save.savedAt), kept }
    }
    default:
      return { state: 'saved', at: time(save.savedAt) }
  }
}

/** Whether every word would come back after a power cut at this moment. */
export const isSafe = ({ state }: Saving): boolean => state !== 'unsaved' && state !== 'saving' && state !== 'typing'
