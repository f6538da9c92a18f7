import { IconArrowLeft, IconCircleCheck, IconEyeCheck, IconShieldLock } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '#shared/model/label.ts'
import type { Session } from '#shared/model/record.ts'
import type { Closing } from '#shared/process/closing.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { useShell } from '../../app/shell-model.ts'
import { useKeys } from '../../app/use-keys.ts'
import { askForNotes } from '../../state/notes-asked.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { ViewHead } from '../../ui/view-head.tsx'
import { AttachmentDialog } from '../attachments/attachment-dialog.tsx'
import { showAttachment, useAttach } from '../attachments/attach-store.ts'
import { SpeakerForm } from '../records/speaker-form.tsx'
import { BalanceCard } from './balance-card.tsx'
import { MinutesCard } from './minutes-card.tsx'
import { LineIcon } from './line-icon.tsx'
import { type Asked, type LineId, type OpenLine, openLines } from './open-lines.ts'

interface ChecklistProps {
  session: Session
  closing: Closing
  /** What was read before coming back here: the focus goes there again. */
  from: Asked | null
  onRead: (asked: Asked) => void
}

/** The slots are named, as many as fit on a line. */
const NAMED = 4

function useMeaning({ slots, doubts }: Closing): (id: LineId) => string {
  const { t } = useTranslation('closing')
  const language = useLanguage()
  return (id) => {
    if (id !== 'slots') return t(`means.${id}`, { count: doubts.get(id) ?? 0 })
    const names = slots.slice(0, NAMED).map((slot) => labelOf(slot, language))
    return [...names, ...(slots.length > NAMED ? ['…'] : [])].join(t('separator'))
  }
}

function useWays({ closing, onRead }: ChecklistProps, onName: (speaker: string) => void) {
  const { goTo } = useShell()
  return (id: LineId): (() => void) => {
    const [person] = closing.unnamed
    const [picture] = closing.pictures
    if (id === 'unnamed' && person !== undefined) return () => onName(person.id)
    if (id === 'picture' && picture !== undefined) return () => showAttachment(picture.id)
    if (id === 'slots') return () => goTo('capture')
    return () => onRead(id)
  }
}

function Line({ line, means, onGo }: { line: OpenLine; means: string; onGo: () => void }) {
  const { t } = useTranslation('closing')
  const said = t(`open.${line.id}`, { count: line.count })
  return (
    <li data-line={line.id}>
      <LineIcon id={line.id} />
      <span>
        <bdi>{said}</bdi>
        <small>
          <bdi>{means}</bdi>
        </small>
      </span>
      <Button size="small" aria-label={t('goTo', { what: said, way: t(`way.${line.id}`) })} onClick={onGo}>
        {t(`way.${line.id}`)}
      </Button>
    </li>
  )
}

/** What the rule keeps: told, for nobody has anything to mend there. */
function Kept({ session, kept }: { session: Session; kept: Closing['kept'] }) {
  const { t } = useTranslation('closing')
  const { goTo } = useShell()
  const show = () => {
    askForNotes({ view: 'protected', session: session.id })
    goTo('review')
  }
  const told = (['unattributed', 'offTheRecord'] as const).filter((what) => kept[what] > 0)
  if (told.length === 0) return null
  return (
    <li data-line="kept">
      <IconShieldLock size={16} aria-hidden className="quiet" />
      <span>
        {told.map((what) => (
          <bdi key={what}>{t(`kept.${what}`, { count: kept[what] })}</bdi>
        ))}
        <small>
          <bdi>{t('kept.means')}</bdi>
        </small>
      </span>
      <Button size="small" aria-label={t('goTo', { what: t('kept.what'), way: t('way.kept') })} onClick={show}>
        {t('way.kept')}
      </Button>
    </li>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** The arrows go from line to line, Tab leaves them as anywhere else. */
function walkLines(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key]
  if (step === undefined) return
  const ways = [...event.currentTarget.querySelectorAll<HTMLElement>('li button')]
  const at = ways.findIndex((way) => way === document.activeElement)
  event.preventDefault()
  ways[Math.min(Math.max(at + step, 0), ways.length - 1)]?.focus()
}

/** The line that was read, else the first; what is made of the session where nothing is open. */
function focusLine(pane: HTMLElement | null, from: Asked | null): void {
  const line = pane?.querySelector<HTMLElement>(`[data-line='${from ?? ''}'] button`)
  const first = line ?? pane?.querySelector<HTMLElement>(from === 'all' ? '.closing-read' : 'li button')
  ;(first ?? pane?.querySelector<HTMLElement>('button') ?? pane)?.focus()
}

/** A dialog gives the focus back, a moment after it closes, to a line that may be settled and gone by then. */
const RETURNED_MS = 60

/** Brings the focus back to the list when what had it is gone. */
function KeepFocus({ pane, from }: { pane: RefObject<HTMLElement | null>; from: Asked | null }) {
  useEffect(() => {
    const wait = setTimeout(() => {
      if (document.activeElement === document.body) focusLine(pane.current, from)
    }, RETURNED_MS)
    return () => clearTimeout(wait)
  }, [pane, from])
  return null
}

function OpenCard(props: ChecklistProps & { onName: (speaker: string) => void }) {
  const { t } = useTranslation('closing')
  const { session, closing, onRead, onName } = props
  const lines = openLines(closing)
  const [meaning, wayOf] = [useMeaning(closing), useWays(props, onName)]
  return (
    <section className="card closing-card" aria-labelledby="closing-open">
      <header className="row">
        <h2 id="closing-open">{t('open.title')}</h2>
        <span className="grow" />
        {closing.toRead > 0 && (
          <Button
            look="primary"
            className="closing-read"
            icon={<IconEyeCheck size={16} aria-hidden />}
            keys={KEYMAP.closing.secondReading}
            onClick={() => onRead('all')}
          >
            {t('readAll', { count: closing.toRead })}
          </Button>
        )}
      </header>
      {lines.length === 0 && (
        <p className="row ok">
          <IconCircleCheck size={16} aria-hidden />
          {t('open.nothing')}
        </p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows are an extra to Tab */}
      <ul className="closing-lines" onKeyDown={walkLines}>
        {lines.map((line) => (
          <Line key={line.id} line={line} means={meaning(line.id)} onGo={wayOf(line.id)} />
        ))}
        <Kept session={session} kept={closing.kept} />
      </ul>
    </section>
  )
}

/** What is open in a session, each with its count and the way there, before its two pages are written. */
export function Checklist(props: ChecklistProps) {
  const { t } = useTranslation('closing')
  const language = useLanguage()
  const { session, closing, from, onRead } = props
  const pane = useRef<HTMLElement>(null)
  const [named, name] = useState<string | null>(null)
  const large = useAttach(({ shown }) => shown)
  const isCovered = named !== null || large !== null
  useEffect(() => focusLine(pane.current, from), [from])
  const { goTo } = useShell()
  const toCapture = () => goTo('capture')
  useKeys('closing', { secondReading: () => closing.toRead > 0 && onRead('all'), back: toCapture }, pane)
  return (
    <>
      <ViewHead
        title={t('title')}
        detail={`${labelOf(session, language)}${t('separator')}${t('notes', { count: closing.notes })}`}
      >
        <span className="grow" />
        <Button icon={<IconArrowLeft size={16} aria-hidden />} keys={KEYMAP.closing.back} onClick={toCapture}>
          {t('leave')}
        </Button>
      </ViewHead>
      <div className="panes">
        <section ref={pane} className="pane closing" data-pane aria-label={t('title')} tabIndex={-1}>
          <OpenCard {...props} onName={name} />
          <div className="closing-side">
            <MinutesCard session={session} />
            <BalanceCard balance={closing.balance} />
          </div>
        </section>
      </div>
      {!isCovered && <KeepFocus key={openLines(closing).length} pane={pane} from={from} />}
      <AttachmentDialog />
      {named !== null && <SpeakerForm session={session} speaker={named} onClose={() => name(null)} />}
    </>
  )
}
