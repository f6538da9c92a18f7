import { IconWorld } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatDay, formatNumber } from '#shared/i18n/format.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { SectionMark, toShape } from '../../ui/section-mark.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Card } from './card.tsx'
import { ConsultationMenu } from './consultation-menu.tsx'
import { type Standing, stepOf, STEPS } from './standings.ts'

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

function Name({ region }: Pick<Standing, 'region'>) {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  if (region !== null) return <SectionMark shape={toShape(region.f.shape)} name={shortLabel(region, language)} />
  return (
    <span className="section-mark">
      <IconWorld size={12} aria-hidden />
      {t('sections.global')}
    </span>
  )
}

function Consultation({ region, sessions }: Standing) {
  const { t } = useTranslation('dashboard')
  return region === null ? (
    <bdi>{t('sections.sessions', { count: sessions.all, held: sessions.held })}</bdi>
  ) : (
    <ConsultationMenu region={region} />
  )
}

function LastFile({ lastFile }: Standing) {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  if (lastFile === null) return <span className="quiet">–</span>
  const day = formatDay(isoDay(lastFile.at), language, 'short')
  return lastFile.version === null ? day : t('sections.file', { version: lastFile.version, day })
}

function Notes({ region, notes }: Standing) {
  const language = useLanguage()
  return notes === 0 && region?.f.state !== 'held' ? '–' : formatNumber(notes, language)
}

function Synthesis({ region, synthesis }: Standing) {
  const { t } = useTranslation('dashboard')
  const words = useListWords()
  if (region === null) return null
  return (
    <span className="row">
      <span className="dashboard-steps" aria-hidden>
        {Array.from({ length: STEPS }, (_, index) => (
          <i key={index} data-done={index < stepOf(synthesis)} />
        ))}
      </span>
      <span className="dashboard-state">
        {synthesis === null ? t('sections.noText') : words('synthesisState', synthesis)}
      </span>
    </span>
  )
}

/** What each column shows of a section. */
const CELLS = {
  section: (row: Standing) => <Name {...row} />,
  consultation: (row: Standing) => <Consultation {...row} />,
  lastFile: (row: Standing) => <LastFile {...row} />,
  notes: (row: Standing) => <Notes {...row} />,
  synthesis: (row: Standing) => <Synthesis {...row} />,
}

/** Where each section stands, and the sessions that belong to none. */
export function SectionsCard({ standings }: { standings: readonly Standing[] }) {
  const { t } = useTranslation('dashboard')
  const columns: readonly Column<Standing>[] = [
    { id: 'section', header: t('sections.section'), cell: CELLS.section, names: true },
    { id: 'consultation', header: t('sections.consultation'), cell: CELLS.consultation },
    { id: 'lastFile', header: t('sections.lastFile'), cell: CELLS.lastFile },
    { id: 'notes', header: t('measure.notes'), cell: CELLS.notes, numeric: true },
    { id: 'synthesis', header: t('sections.synthesis'), cell: CELLS.synthesis },
  ]
  return (
    <Card title={t('sections.title')}>
      <div className="dashboard-wide">
        <Table
          caption={t('sections.title')}
          columns={columns}
          rows={standings}
          keyOf={({ region }) => region?.id ?? 'global'}
        />
      </div>
    </Card>
  )
}
