import { IconFolderSearch, IconInbox, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { forgetFolder, tellOfFolders, useArrivals, useNewFiles, watchFolder } from './arrivals.ts'
import { addFiles } from './merge-acts.ts'

/** What has come into the watched folder: announced, and put in by nobody but the person. */
export function ArrivalsRow() {
  const { t } = useTranslation('consolidation')
  const isThere = useArrivals(({ folder }) => folder?.isThere === true)
  const fresh = useNewFiles()
  if (!isThere || fresh.length === 0) return null
  const { length: count } = fresh
  return (
    <div className="arrivals-row">
      <IconInbox size={18} aria-hidden />
      <output>
        <b>{t('inbox.new', { count })}</b>
      </output>
      <Button size="small" onClick={() => addFiles(fresh)}>
        {t('inbox.see', { count })}
      </Button>
    </div>
  )
}

/** The folder that is watched, or the way to have one watched. */
export function WatchedFolder() {
  const { t } = useTranslation('consolidation')
  const folder = useArrivals((state) => state.folder)
  const fresh = useNewFiles()
  return (
    <section className="card watched-folder" aria-label={t('inbox.title')}>
      <IconFolderSearch size={20} aria-hidden />
      <div className="grow">
        <h2>{t('inbox.title')}</h2>
        {folder === null ? (
          <p>{t('inbox.explain')}</p>
        ) : (
          <>
            <p>
              <bdi>{t('inbox.watched', { name: folder.name })}</bdi>
            </p>
            {!folder.isThere && <p className="merge-note warn">{t('inbox.gone')}</p>}
            {folder.isThere && fresh.length === 0 && folder.arriving === 0 && <p>{t('inbox.none')}</p>}
            {folder.arriving > 0 && <p>{t('inbox.arriving', { count: folder.arriving })}</p>}
          </>
        )}
      </div>
      <div className="merge-actions">
        <Button size="small" onClick={() => void watchFolder()}>
          {t(folder === null ? 'inbox.choose' : 'inbox.change')}
        </Button>
        {folder !== null && (
          <Button size="small" look="quiet" onClick={() => void forgetFolder()}>
            {t('inbox.forget')}
          </Button>
        )}
      </div>
    </section>
  )
}

/** What a folder that was dropped or chosen did not give. */
export function FolderWords() {
  const { t } = useTranslation(['consolidation', 'failure'])
  const told = useArrivals((state) => state.told)
  if (told.length === 0) return null
  return (
    <div className="arrivals-row">
      <output className="grow">
        {told.map((word) => (
          <bdi key={`${word.type} ${word.name}`}>{t(`folder.${word.type}`, { ...word })}</bdi>
        ))}
      </output>
      <IconButton
        label={t('failure:dismiss')}
        icon={<IconX size={16} aria-hidden />}
        onClick={() => tellOfFolders([])}
      />
    </div>
  )
}
