import '../conflict.css'
import '../merge.css'
import '../table.css'
import './paste.css'
import { useTranslation } from 'react-i18next'
import { PASTE_LIMIT } from '#shared/contract/paste-calls.ts'
import { labelOf } from '#shared/model/label.ts'
import type { Session } from '#shared/model/record.ts'
import { spanOf } from '#shared/programme/paste/agenda.ts'
import { useCanWrite } from '../../../state/save.ts'
import { useLanguage } from '../../../state/use-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { toast } from '../../../ui/toast.tsx'
import { ListQuestions } from '../list-questions.tsx'
import { PeopleTable, SlotsTable } from './paste-tables.tsx'
import { type PasteWork, usePaste } from './use-paste.ts'

/** How long it lasts, what no slot takes, and what is to be known of its day. */
function Summary({ work: { rows }, session }: { work: PasteWork; session: Session }) {
  const { t } = useTranslation('paste')
  const span = spanOf(rows.slots.filter(({ isTicked }) => isTicked))
  const free = span?.gaps.reduce((sum, { minutes }) => sum + minutes, 0) ?? 0
  const { day } = rows
  const isOther = day !== null && day.day !== null && session.f.date !== undefined && day.day !== session.f.date
  return (
    <>
      {span !== null && (
        <output>
          <bdi>
            {t('span', { start: span.start, end: span.end, minutes: span.minutes })}
            {free > 0 && ` ${t('gaps', { minutes: free })}`}
          </bdi>
        </output>
      )}
      {day !== null && day.day === null && <p className="warn">{t('day.noYear', { words: day.words })}</p>}
      {day !== null && day.isAmbiguous && <p className="warn">{t('day.ambiguous', { words: day.words })}</p>}
      {isOther && <p className="warn">{t('day.other', { words: day.words })}</p>}
    </>
  )
}

/** What is kept aside, and what nothing was made of: no line of the text goes unsaid. */
function Rest({ work: { rows } }: { work: PasteWork }) {
  const { t } = useTranslation('paste')
  return (
    <>
      {rows.links.length > 0 && (
        <section aria-labelledby="paste-links">
          <h3 id="paste-links">{t('links')}</h3>
          <ul>
            {rows.links.map((value) => (
              <li key={value}>
                <bdi>{value}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      {rows.left.length > 0 && (
        <details>
          <summary>{t('left', { count: rows.left.length })}</summary>
          <ul>
            {rows.left.map(({ line, text }) => (
              <li key={`${line} ${text}`} dir="auto">
                {t('leftLine', { line, text })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Mistakes({ work: { mistakes } }: { work: PasteWork }) {
  const { t } = useTranslation('paste')
  if (mistakes.length === 0) return null
  return (
    <ul className="warn">
      {mistakes.map(({ row, line, type }) => (
        <li key={`${row} ${line} ${type}`}>{t(`mistake.${type}`, { line })}</li>
      ))}
    </ul>
  )
}

function Read({ work, session }: { work: PasteWork; session: Session }) {
  const { t } = useTranslation('paste')
  const { rows, preview } = work
  return (
    <>
      <Summary work={work} session={session} />
      <Mistakes work={work} />
      {rows.slots.length > 0 && <SlotsTable work={work} />}
      {rows.people.length > 0 && <PeopleTable work={work} />}
      {rows.slots.length + rows.people.length === 0 && <p>{t('nothing')}</p>}
      {preview !== null && <ListQuestions preview={preview} work={work} />}
      <Rest work={work} />
    </>
  )
}

/** A pasted programme: what it says, corrected and ticked line by line; nothing is created before « Créer ». */
export function PasteDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const { t } = useTranslation(['paste', 'common'])
  const [work, language, canWrite] = [usePaste(session.id), useLanguage(), useCanWrite()]
  const { preview, mistakes } = work
  const count = (preview?.slots.new ?? 0) + (preview?.counts.new ?? 0) + (preview?.counts.changed ?? 0)
  const isReady = canWrite && mistakes.length === 0 && preview !== null && count + work.rows.links.length > 0
  const create = async () => {
    const done = await work.create()
    if (done === null) return
    const words = [t('doneSlots', { count: done.slots.new }), t('donePeople', { count: done.counts.new })]
    toast(words.join(' '), { tone: 'ok' })
    onClose()
  }
  return (
    <Dialog
      opened
      size="xl"
      title={t('title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" disabled={!isReady} onClick={() => void create()}>
            {t('createAll')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>
          <bdi>{t('explain', { session: labelOf(session, language) })}</bdi>
        </p>
        <TextArea
          first
          label={t('label')}
          hint={t('hint')}
          rows={6}
          value={work.text}
          onChange={(text) => work.paste(text.slice(0, PASTE_LIMIT))}
          error={work.text.length >= PASTE_LIMIT && t('tooLong', { count: PASTE_LIMIT })}
        />
        {work.failure && <FailureNotice failure={work.failure} />}
        {work.text.trim() !== '' && <Read work={work} session={session} />}
      </div>
    </Dialog>
  )
}
