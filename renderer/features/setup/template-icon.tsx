import {
  IconArrowsExchange,
  IconFilePlus,
  IconFileText,
  IconPresentation,
  IconSpeakerphone,
  IconTimelineEvent,
  IconWorld,
} from '@tabler/icons-react'

/** Icons that templates name. */
const ICONS = {
  speakerphone: IconSpeakerphone,
  world: IconWorld,
  'arrows-exchange': IconArrowsExchange,
  presentation: IconPresentation,
  'timeline-event': IconTimelineEvent,
  'file-plus': IconFilePlus,
} as const

const isKnown = (name: string): name is keyof typeof ICONS => Object.hasOwn(ICONS, name)

export function TemplateIcon({ name }: { name: string }) {
  const Icon = isKnown(name) ? ICONS[name] : IconFileText
  return <Icon size={16} aria-hidden />
}
