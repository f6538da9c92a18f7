import { IconThumbDown, IconThumbUp, IconWaveSine } from '@tabler/icons-react'
import type { Stance } from './line.ts'

const ICONS = { supports: IconThumbUp, nuances: IconWaveSine, opposes: IconThumbDown } as const

export function StanceIcon({ stance }: { stance: Stance }) {
  const Icon = ICONS[stance]
  return <Icon size={14} aria-hidden />
}
