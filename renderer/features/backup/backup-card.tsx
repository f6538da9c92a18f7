import { IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupFound, BackupHere } from '#shared/contract/backup-calls.ts'
import { formatList } from '#shared/i18n/format.ts'
import { dayAndTime } from '../../state/clock-time.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Badge } from '../../ui/badge.tsx'

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

function Here({ here }: { here: BackupHere }) {
  const { t } = useTranslation('backup')
  const { newOperations, conflicts } = here
  return (
    <div className="stack">
      <p>{t('restore.here')}</p>
      {newOperations !== null && (
        <p>{newOperations === 0 ? t('restore.hereNothing') : t('restore.hereNews', { count: newOperations })}</p>
      )}
      {conflicts !== null && conflicts > 0 && <p>{t('restore.hereConflicts', { count: conflicts })}</p>}
    </div>
  )
}

/** What a backup is, before anything is done with it. */
export function BackupCard({ found }: { found: BackupFound }) {
  const { t } = useTranslation('backup')
  const language = useLanguage()
  return (
    <section className="card backup-card" aria-label={t('restore.found')}>
      <dl>
        <Line name={t('restore.process')}>
          <bdi>{found.label}</bdi> {found.sample && <Badge>{t('restore.sample')}</Badge>}
        </Line>
        <Line name={t('restore.made')}>
          <time dateTime={new Date(found.at).toISOString()}>{dayAndTime(found.at, language)}</time>
        </Line>
        <Line name={t('restore.notes')}>{found.notes}</Line>
        <Line name={t('restore.sessions')}>{found.sessions}</Line>
        <Line name={t('restore.imports')}>{found.imports}</Line>
        {found.sections.length > 0 && (
          <Line name={t('restore.sections')}>
            <bdi>{formatList(found.sections, language)}</bdi>
          </Line>
        )}
      </dl>
      <p className="backup-done">
        <IconCircleCheck size={16} aria-hidden />
        <span>{t('restore.verified')}</span>
      </p>
      {found.here !== null && <Here here={found.here} />}
    </section>
  )
}
