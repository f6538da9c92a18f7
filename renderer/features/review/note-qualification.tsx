import { useTranslation } from 'react-i18next'
import type { Reading } from '#shared/evidence/evidence.ts'
import { labelOf } from '#shared/model/label.ts'
import { members } from '#shared/model/record.ts'
import { useEvidence } from '../../state/evidence.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useRecords, useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { ScopeIcon } from '../../ui/scope-mark.tsx'
import { answerOf, type Decided } from './answer.ts'
import { tagOf } from './board.ts'
import { DraftArea } from './draft-area.tsx'
import type { NotePartProps } from './note-fields.tsx'
import { useReadingDetail } from './reading-line.tsx'
import type { ReviewEntry } from './review-entry.ts'
import { showBoard } from './review-store.ts'
import { useActs } from './use-acts.ts'

/** What the board has decided of the theme, else what this note says of it. */
function useDecisionOf({ note, region }: ReviewEntry): (theme: string) => Decided | null {
  const tags = useRecords('tag')
  return (theme) => {
    const tag = tagOf(tags, note.f.axis, theme)
    if (tag !== undefined) return { scope: tag.f.scope ?? 'trend', regions: members(tag, 'region') }
    const { scope = 'undecided' } = note.f
    return scope === 'undecided' ? null : { scope, regions: region === null ? [] : [region] }
  }
}

function ThemeReading({ entry, theme, reading }: { entry: ReviewEntry; theme: string; reading: Reading | undefined }) {
  const { t } = useTranslation('review')
  const [{ records }, language] = [useWorkspace(), useLanguage()]
  const decided = useDecisionOf(entry)(theme)
  const answer = answerOf(reading, decided)
  const regions = decided === null ? (reading?.specificTo ?? []) : decided.regions
  const detail = useReadingDetail()(reading, answer, regions)
  return (
    <li>
      <bdi>#{labelOf(records.get(theme), language)}</bdi> {'–'} <b>{t(`answer.${answer}`)}</b>
      {detail !== '' && <span>{t('panel.detail', { detail })}</span>}
    </li>
  )
}

function Readings({ entry }: NotePartProps) {
  const { t } = useTranslation('review')
  const { evidence, share } = useEvidence()
  const themes = members(entry.note, 'theme')
  const { axis } = entry.note.f
  if (themes.length === 0) return <p className="quiet">{t('panel.noTheme')}</p>
  if (evidence === null) return <p className="quiet">{share === null ? t('panel.noReading') : t('panel.reading')}</p>
  return (
    <div className="note-readings">
      <p>{t('panel.readings')}</p>
      <ul>
        {themes.map((theme) => (
          <ThemeReading
            key={theme}
            entry={entry}
            theme={theme}
            reading={evidence.readings.find((reading) => reading.axis === axis && reading.theme === theme)}
          />
        ))}
      </ul>
      <Button look="quiet" size="small" onClick={() => showBoard(axis ?? null)}>
        {t('panel.seeBoard')}
      </Button>
    </div>
  )
}

const SCOPE_ORDER = ['trend', 'specificity', 'undecided'] as const

/** What a person says of the reach of a note, why, and what the data answer. */
export function NoteQualification({ entry }: NotePartProps) {
  const { t } = useTranslation(['review', 'common'])
  const [{ records }, language] = [useWorkspace(), useLanguage()]
  const { change } = useActs()
  const { note, region } = entry
  const of = region === null ? '' : shortLabel(records.get(region), language)
  return (
    <section className="note-part" aria-labelledby="note-scope">
      <h2 id="note-scope">{t('panel.scope')}</h2>
      <Segmented
        label={t('panel.scope')}
        value={note.f.scope ?? 'undecided'}
        segments={SCOPE_ORDER.map((value) => ({
          value,
          label: t(`common:scope.${value}`),
          icon: <ScopeIcon scope={value} />,
        }))}
        onChange={(scope) => void change([note.id], { set: { scope } })}
      />
      {note.f.scope === 'specificity' && of !== '' && <p className="quiet">{t('panel.specificTo', { section: of })}</p>}
      <DraftArea
        line
        draftKey={`note ${note.id} reason`}
        label={t('panel.reason')}
        placeholder={t('panel.reasonHint')}
        value={note.f.scopeReason ?? ''}
        onCommit={(value) => change([note.id], { set: { scopeReason: value.trim() || null } })}
      />
      <Readings entry={entry} />
    </section>
  )
}
