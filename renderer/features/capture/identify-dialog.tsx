import { useTranslation } from 'react-i18next'
import type { Speaker } from '#shared/model/record.ts'
import { useSomeone } from '../../state/someone.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { changeLine } from './capture-store.ts'
import { PeopleList } from './people-list.tsx'
import { useSpeakers } from './use-programme.ts'
import { actAndSay } from './voice-acts.ts'

/** « C’était… »: someone unidentified turns out to be someone of the same session. */
export function IdentifyDialog({ speaker, onClose }: { speaker: Speaker; onClose: () => void }) {
  const { t } = useTranslation('voices')
  const [name] = useSomeone()(speaker)
  const others = useSpeakers(speaker.f.session ?? '').filter(({ id }) => id !== speaker.id)
  const identify = (as: string) => {
    onClose()
    changeLine((line) => (line.speaker === speaker.id ? { ...line, speaker: as } : line))
    void actAndSay({ type: 'speaker.identify', speaker: speaker.id, as }, t('dock.identified'), t('undo'))
  }
  return (
    <Dialog opened title={t('dock.wasTitle', { name })} onClose={onClose}>
      <div className="stack">
        <p>{others.length === 0 ? t('dock.wasNobody') : t('dock.wasHint')}</p>
        <PeopleList label={t('dock.wasTitle', { name })} speakers={others} onPick={identify} />
      </div>
    </Dialog>
  )
}
