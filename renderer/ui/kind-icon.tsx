import {
  IconChartBar,
  IconChevronsUp,
  IconEye,
  IconFlag,
  IconGavel,
  IconHeartHandshake,
  IconBulb,
  IconListDetails,
  IconMessageQuestion,
  IconPencil,
  IconQuote,
  IconScale,
  IconSpeakerphone,
  IconTargetArrow,
} from '@tabler/icons-react'

const ICONS = {
  observation: IconEye,
  priority: IconChevronsUp,
  need: IconTargetArrow,
  recommendation: IconFlag,
  advocacy: IconSpeakerphone,
  commitment: IconHeartHandshake,
  divergence: IconScale,
  practice: IconBulb,
  quote: IconQuote,
  figure: IconChartBar,
  question: IconMessageQuestion,
  'chair-conclusion': IconGavel,
  procedure: IconListDetails,
  remark: IconPencil,
} as const

export const ICON_KEYS = Object.keys(ICONS)

const isKnown = (key: string): key is keyof typeof ICONS => Object.hasOwn(ICONS, key)

/** The icon of a kind of note; the word always stands beside it. A kind we do not know is drawn as an observation. */
export function KindIcon({ kind, size = 14 }: { kind: string; size?: number }) {
  const Icon = ICONS[isKnown(kind) ? kind : 'observation']
  return <Icon size={size} aria-hidden />
}
