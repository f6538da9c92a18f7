import { IconFileTypeDocx, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LANGUAGE_NAMES, LANGUAGES } from '#shared/i18n/languages.ts'
import { labelOf } from '#shared/model/label.ts'
import type { Region } from '#shared/model/record.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { SectionMark, toShape } from '../../ui/section-mark.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { ViewHead } from '../../ui/view-head.tsx'
import { choose, type ReportType } from './report-store.ts'
import type { ReportDesk } from './use-request.ts'

const Heard = ({ children }: { children: string }) => <span className="visually-hidden">{children}</span>

function DocumentChoice({ desk: { request, offered } }: { desk: ReportDesk }) {
  const { t } = useTranslation('report')
  return (
    <SelectField
      label={<Heard>{t('document')}</Heard>}
      value={request.type}
      choices={offered.map(({ type, label }) => ({ value: type, label: label ?? t(`type.${type}`) }))}
      onChange={(type) => choose({ type: type as ReportType | null })}
    />
  )
}

const markIn = (regions: readonly Region[]) => (id: string) => (
  <SectionMark shape={toShape(regions.find((region) => region.id === id)?.f.shape)} />
)

/** Which section, axis or session the document is about; nothing where it is about all. */
function SubjectChoice({ desk: { request, regions, axes, sessions } }: { desk: ReportDesk }) {
  const { t } = useTranslation('report')
  const language = useLanguage()
  switch (request.type) {
    case 'global':
      return null
    case 'regional':
      return (
        <SelectField
          label={<Heard>{t('subject.region')}</Heard>}
          value={request.region ?? null}
          choices={regions.map((region) => ({ value: region.id, label: shortLabel(region, language) }))}
          iconOf={markIn(regions)}
          onChange={(region) => choose({ region })}
        />
      )
    case 'thematic':
      return (
        <SelectField
          label={<Heard>{t('subject.axis')}</Heard>}
          value={request.axis ?? null}
          choices={axes.map((axis, index) => ({ value: axis.id, label: `${index + 1} ${shortLabel(axis, language)}` }))}
          onChange={(axis) => choose({ axis })}
        />
      )
    case 'session':
    case 'minutes':
      return (
        <SelectField
          label={<Heard>{t('subject.session')}</Heard>}
          value={request.session ?? null}
          choices={sessions.map((session) => ({ value: session.id, label: labelOf(session, language) }))}
          onChange={(session) => choose({ session })}
        />
      )
  }
}

interface ReportHeadProps {
  desk: ReportDesk
  /** Null while a document is being written. */
  onExport: (() => void) | null
}

/** Which document, about what, in which language, for whom; then the one action it leads to. */
export function ReportHead({ desk, onExport }: ReportHeadProps) {
  const { t } = useTranslation('report')
  return (
    <ViewHead title={t('title')}>
      <Badge>{t('draft')}</Badge>
      <div className="report-choices" data-subject={desk.request.type !== 'global'}>
        <DocumentChoice desk={desk} />
        <SubjectChoice desk={desk} />
      </div>
      <span className="grow" />
      <Segmented
        label={t('language')}
        labelled
        value={desk.request.lang}
        segments={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChange={(lang) => choose({ lang })}
      />
      <span className="row report-audience">
        <IconUsers size={16} aria-hidden />
        {t('audience')}
      </span>
      <Button
        look="primary"
        icon={<IconFileTypeDocx size={16} aria-hidden />}
        keys={KEYMAP.report.export}
        disabled={onExport === null}
        onClick={onExport ?? undefined}
      >
        {t('export')}
      </Button>
    </ViewHead>
  )
}
