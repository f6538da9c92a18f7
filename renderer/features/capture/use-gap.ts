import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isKind, type Records, type Session } from '#shared/model/record.ts'
import { newId } from '../../state/new-id.ts'
import { useCanWrite } from '../../state/save.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import type { OpenWorkspace } from '../../state/workspace-store.ts'
import { useCapture } from './capture-store.ts'
import { type Gap, gapIn } from './gap.ts'
import { useSessionTime } from './session-time.ts'
import { actAndSay } from './voice-acts.ts'

/** Whether this opening was looked at, the page loaded anew or not: one interruption is noted once. */
function isFirstLook({ consultation, found }: OpenWorkspace): boolean {
  const [key, opening] = [`gap ${consultation}`, JSON.stringify(found)]
  const isFirst = sessionStorage.getItem(key) !== opening
  sessionStorage.setItem(key, opening)
  return isFirst
}

const isNoted = (records: Records, session: string, { from }: Gap): boolean =>
  [...records.values()].some((record) => isKind(record, 'note') && record.f.session === session && record.f.at === from)

/** Notes an interruption in the session that it fell in, once, by itself; it can be taken back like any note. */
export function useGap(session: Session, axis: string | null): void {
  const { t } = useTranslation('voices')
  const [workspace, lang, canWrite] = [useWorkspace(), useLanguage(), useCanWrite()]
  const timeOf = useSessionTime(session)
  const tell = useEffectEvent(() => {
    const { records } = workspace
    if (!isFirstLook(workspace)) return
    const gap = gapIn(session, workspace, Date.now())
    const on = useCapture.getState().line.axis ?? axis
    if (gap === null || on === null || isNoted(records, session.id, gap)) return
    const times = { from: spelled(timeOf(gap.from), lang), to: spelled(timeOf(gap.to), lang) }
    const said = { lang, session: session.id, axis: on, speaker: null, noteKind: 'procedure', stance: null } as const
    const none = { scope: 'undecided', themes: [], newThemes: [] } as { scope: 'undecided'; themes: []; newThemes: [] }
    const when = { at: gap.from, committed: gap.to }
    void actAndSay(
      { type: 'note.capture', note: newId(), text: t('gap.note', times), ...said, ...none, ...when },
      t('gap.told', times),
      t('undo'),
    )
  })
  const { consultation } = workspace
  useEffect(() => {
    if (canWrite && consultation !== '') tell()
  }, [canWrite, consultation])
}

/** « 11 h 02 », as French writes it. */
const spelled = (time: string, lang: string): string => (lang === 'fr' ? time.replace(':', '\u00A0h\u00A0') : time)
