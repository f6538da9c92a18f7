import { IconHelp, IconMapPin, IconWorld } from '@tabler/icons-react'
import { useTexts } from './use-texts.ts'

const ICONS = { trend: IconWorld, specificity: IconMapPin, undecided: IconHelp } as const

export type Scope = keyof typeof ICONS

export const ScopeIcon = ({ scope, size = 14 }: { scope: Scope; size?: number }) => {
  const Icon = ICONS[scope]
  return <Icon size={size} aria-hidden />
}

export interface ScopeMarkProps {
  scope: Scope
  /** Short name of the section a specificity belongs to. */
  of?: string
  /** « Spécificité régionale » rather than « Spécificité ». */
  long?: boolean
}

/** A qualification: word, icon, shape of the border, and colour last. */
export function ScopeMark({ scope, of, long = false }: ScopeMarkProps) {
  const t = useTexts('common')
  return (
    <span className="scope-mark" data-scope={scope}>
      <ScopeIcon scope={scope} />
      {t(long ? `scopeLong.${scope}` : `scope.${scope}`)}
      {of && <bdi>{of}</bdi>}
    </span>
  )
}
