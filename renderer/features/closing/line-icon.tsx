import {
  IconCalendarQuestion,
  IconHash,
  IconHeartHandshake,
  IconPhoto,
  IconQuestionMark,
  IconQuote,
  IconQuoteOff,
  IconScale,
  IconTag,
  IconUserEdit,
  IconUserQuestion,
} from '@tabler/icons-react'
import type { LineId } from './open-lines.ts'

const ICONS = {
  doubtful: IconUserQuestion,
  unquotable: IconQuoteOff,
  figure: IconHash,
  quote: IconQuote,
  speaker: IconQuestionMark,
  unnamed: IconUserEdit,
  position: IconScale,
  commitment: IconHeartHandshake,
  picture: IconPhoto,
  theme: IconTag,
  slots: IconCalendarQuestion,
} as const satisfies Readonly<Record<LineId, unknown>>

/** What a line of the checklist, or a doubt about a note, is about. */
export function LineIcon({ id }: { id: LineId }) {
  const Icon = ICONS[id]
  return <Icon size={16} aria-hidden className="warn" />
}
