import { IconUsersGroup } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Speaker } from '#shared/model/record.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { useListWords } from '../../state/use-words.ts'
import { Menu } from '../../ui/menu.tsx'
import { setLine } from './capture-store.ts'
import { usualFor } from './labels.ts'
import { type Line, SPEAKS_FOR } from './line.ts'

const MOST = 100_000

/** How many a collective or a working group are. */
function SizeField({ size }: { size: number | null }) {
  const { t } = useTranslation('capture')
  return (
    <input
      type="number"
      className="chip-number"
      min={1}
      max={MOST}
      value={size ?? ''}
      placeholder="?"
      aria-label={t('chips.size')}
      onChange={({ target }) => {
        const count = Math.trunc(target.valueAsNumber)
        setLine({ size: count >= 1 && count <= MOST ? count : null })
      }}
    />
  )
}

/** For whom whoever has the floor speaks: themselves, a delegation, a collective, a group of so many. */
export function SpeaksForChip({ line, speakers }: { line: Line; speakers: readonly Speaker[] }) {
  const { t } = useTranslation('capture')
  const words = useListWords()
  if (line.speaker === null) return null
  const usual = usualFor(line, speakers)
  const current = line.speaksFor ?? usual
  const isMany = current === 'collective' || current === 'working-group'
  const count = line.speaksFor === null ? (speakers.find(({ id }) => id === line.speaker)?.f.size ?? null) : line.size
  return (
    <>
      <Menu
        trigger={
          <button
            type="button"
            className="chip chip-button"
            data-set={current !== 'self'}
            aria-keyshortcuts={KEYMAP.capture.speaksFor}
          >
            <span>
              <IconUsersGroup size={14} aria-hidden />
              <span className="visually-hidden">{t('chips.speaksFor')} </span>
              {/* What goes without saying takes no room. */}
              <span className={current === 'self' ? 'visually-hidden' : undefined}>{words('speaksFor', current)}</span>
            </span>
          </button>
        }
        entries={SPEAKS_FOR.map((id) => ({
          id,
          label: words('speaksFor', id),
          onSelect: () => setLine({ speaksFor: id, size: null }),
        }))}
      />
      {isMany && line.speaksFor !== null && <SizeField size={count} />}
      {isMany && line.speaksFor === null && count !== null && <span className="quiet figures">{count}</span>}
    </>
  )
}
