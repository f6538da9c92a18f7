import { IconFileImport, IconFilePlus, IconFolderOpen, IconTable } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { askForTable } from '../../state/table-asked.ts'
import { WatchedFolder } from './arrivals-row.tsx'
import { chooseFiles, chooseFolder } from './merge-acts.ts'

/** The way in: files or a folder dropped or chosen, a folder that is watched, or a table. */
export function DropPane() {
  const { t } = useTranslation(['merge', 'consolidation'])
  return (
    <section className="pane merge-drop" data-pane tabIndex={-1} aria-label={t('drop.title')}>
      <div className="merge-target">
        <EmptyState
          title={t('drop.title')}
          icon={<IconFileImport size={40} stroke={1.2} aria-hidden />}
          action={
            <div className="row">
              <Button look="primary" icon={<IconFilePlus size={16} aria-hidden />} onClick={() => void chooseFiles()}>
                {t('drop.choose')}
              </Button>
              <Button icon={<IconFolderOpen size={16} aria-hidden />} onClick={() => void chooseFolder()}>
                {t('consolidation:folder.choose')}
              </Button>
              <Button icon={<IconTable size={16} aria-hidden />} onClick={() => askForTable({ for: 'anything' })}>
                {t('drop.table')}
              </Button>
            </div>
          }
        >
          <p>{t('drop.explain')}</p>
        </EmptyState>
      </div>
      <WatchedFolder />
    </section>
  )
}
