import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportEntry } from '#shared/contract/replies.ts'
import { formatList } from '#shared/i18n/format.ts'
import { client } from '../../api/client.ts'
import { dayAndTime } from '../../state/clock-time.ts'
import { type AnyFailure, writeWith } from '../../state/edits.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'

async function listImports(): Promise<readonly ImportEntry[] | AnyFailure> {
  const listed = await client['import.list']({})
  return listed.ok ? listed.value : listed.failure
}

function useJournal() {
  const [imports, setImports] = useState<readonly ImportEntry[] | null>(null)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const show = useCallback((listed: readonly ImportEntry[] | AnyFailure) => {
    if ('type' in listed) setFailure(listed)
    else setImports(listed)
  }, [])
  useEffect(() => void listImports().then(show), [show])
  const turn = async ({ id, withdrawn }: ImportEntry) => {
    const turned = await writeWith(withdrawn ? 'import.restore' : 'import.withdraw', { import: id })
    setFailure(turned.ok ? null : turned.failure)
    if (turned.ok) show(await listImports())
  }
  return { imports, failure, turn }
}

function Entry({ entry, onTurn }: { entry: ImportEntry; onTurn: () => void }) {
  const { t } = useTranslation('merge')
  const language = useLanguage()
  return (
    <li className="card journal-entry">
      <div className="row">
        <b>
          <time dateTime={new Date(entry.at).toISOString()}>{dayAndTime(entry.at, language)}</time>
        </b>
        {entry.withdrawn && <Badge tone="warn">{t('journal.isWithdrawn')}</Badge>}
      </div>
      <ul>
        {entry.files.map(({ name, sections, notes }) => (
          <li key={name}>
            <bdi>{name}</bdi>
            <small>
              {[formatList(sections, language), t('journal.notes', { count: notes })].filter(Boolean).join(', ')}
            </small>
          </li>
        ))}
      </ul>
      <Button size="small" look={entry.withdrawn ? 'plain' : 'danger'} onClick={onTurn}>
        {t(entry.withdrawn ? 'journal.restore' : 'journal.withdraw')}
      </Button>
    </li>
  )
}

/** Everything that was put in, and the way to take it out again. */
export function JournalDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('merge')
  const { imports, failure, turn } = useJournal()
  return (
    <Drawer opened title={t('journal.title')} onClose={onClose}>
      <div className="stack">
        {failure && <FailureNotice failure={failure} />}
        <p className="quiet">{t('journal.explain')}</p>
        {imports?.length === 0 && <p>{t('journal.empty')}</p>}
        <ul className="stack">
          {imports?.map((entry) => (
            <Entry key={entry.id} entry={entry} onTurn={() => void turn(entry)} />
          ))}
        </ul>
      </div>
    </Drawer>
  )
}
