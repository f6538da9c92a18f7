import { IconCheck, IconEyeOff, IconScale, IconZoomQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { isKind } from '#shared/model/record.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Chip } from '../../ui/chip.tsx'
import { changeLine, setLine, useCapture } from './capture-store.ts'
import { togglePosition } from './line.ts'
import type { SaidLine } from './said-line.ts'

const SHOWN = 32

/** The first words of a text, whole. */
function firstWords(text: string): string {
  if (text.length <= SHOWN) return text
  const cut = text.slice(0, SHOWN)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SHOWN / 2)).trimEnd()}…`
}

/** The point of divergence that was just noted: what follows may be a position on it. */
function PositionChip({ line }: { line: SaidLine }) {
  const { t } = useTranslation('capture')
  const { records } = useWorkspace()
  const asked = line.positionOf ?? line.divergence
  const note = asked === null ? undefined : records.get(asked)
  if (note === undefined || !isKind(note, 'note')) return null
  return (
    <Chip
      // Not by colour alone.
      icon={line.positionOf === null ? <IconScale size={14} aria-hidden /> : <IconCheck size={14} aria-hidden />}
      keys={KEYMAP.capture.position}
      pressed={line.positionOf !== null}
      onClick={() => changeLine(togglePosition)}
    >
      {t('chips.position', { words: firstWords(note.f.text ?? '') })}
    </Chip>
  )
}

/** What is said of this note alone; what its own text says goes when the sign goes. */
export function NoteChips({ line }: { line: SaidLine }) {
  const { t } = useTranslation('capture')
  const chosen = useCapture((state) => state.line)
  const correcting = useCapture((state) => state.editing !== null)
  const removable = (isChosen: boolean, label: string, clear: () => void) =>
    isChosen ? { removeLabel: t('chips.remove', { label }), onRemove: clear } : {}
  const [check, sensitive] = [t('chips.toCheck'), t('chips.sensitive')]
  return (
    <>
      {line.toCheck && (
        <Chip
          set
          icon={<IconZoomQuestion size={14} aria-hidden />}
          {...removable(chosen.toCheck, check, () => setLine({ toCheck: false }))}
        >
          {check}
        </Chip>
      )}
      {line.sensitive && (
        <Chip
          set
          icon={<IconEyeOff size={14} aria-hidden />}
          {...removable(chosen.sensitive && !correcting, sensitive, () => setLine({ sensitive: false }))}
        >
          {sensitive}
        </Chip>
      )}
      <PositionChip line={line} />
    </>
  )
}
