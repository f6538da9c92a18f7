import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnyRecord } from '#shared/model/record.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { TabBar, TabPanel } from '../../ui/tabs.tsx'
import { KeptPane } from './kept-pane.tsx'
import { type Inbox, showInbox, useMerge } from './merge-store.ts'
import { NearDuplicatesPane } from './near-duplicates/near-duplicates-pane.tsx'
import { useNearDuplicateCount } from './near-duplicates/use-near-duplicate-count.ts'
import { StandingPane } from './standing-pane.tsx'
import { type Loosenings, useLoosenings } from './use-loosenings.ts'

const ID = 'merge-inbox'

/** What waits for a person here, whatever brought it. */
export interface WaitingForOne {
  readonly conflicts: number
  readonly kept: readonly AnyRecord[]
  readonly loosenings: Loosenings
}

export function useWaiting(): WaitingForOne {
  const { records } = useWorkspace()
  const loosenings = useLoosenings()
  const { unsettled, kept } = useMemo(() => {
    const all = [...records.values()]
    return {
      unsettled: all.filter(({ conflicts }) => conflicts !== undefined).length,
      kept: all.filter((record) => record.kept === true),
    }
  }, [records])
  return { conflicts: unsettled + loosenings.waiting.length, kept, loosenings }
}

/** The faces of the screen, each with what waits behind it; the counts are said when they change. */
export function InboxTabs({ waiting: { conflicts, kept } }: { waiting: WaitingForOne }) {
  const { t } = useTranslation('settling')
  const inbox = useMerge((state) => state.inbox)
  const duplicates = useNearDuplicateCount()
  return (
    <>
      <TabBar<Inbox>
        id={ID}
        label={t('inbox.title')}
        value={inbox}
        tabs={[
          { value: 'files', label: t('inbox.files') },
          { value: 'conflicts', label: t('inbox.conflicts'), count: conflicts },
          { value: 'kept', label: t('inbox.kept'), count: kept.length },
          { value: 'duplicates', label: t('inbox.duplicates'), ...(duplicates !== null && { count: duplicates }) },
        ]}
        onChange={showInbox}
      />
      <output className="visually-hidden">
        {[t('inbox.toSettle', { count: conflicts }), t('inbox.toKeep', { count: kept.length })].join(', ')}
      </output>
    </>
  )
}

/** What the chosen face shows; the files are the caller's. */
export function InboxPane({ waiting, children }: { waiting: WaitingForOne; children: ReactNode }) {
  const inbox = useMerge((state) => state.inbox)
  return (
    <TabPanel id={ID} value={inbox} className="merge-inbox">
      {children}
      {inbox === 'conflicts' && <StandingPane loosenings={waiting.loosenings} />}
      {inbox === 'kept' && <KeptPane kept={waiting.kept} />}
      {inbox === 'duplicates' && <NearDuplicatesPane />}
    </TabPanel>
  )
}
