import { useTranslation } from 'react-i18next'

const NAMED = [
  'Control',
  'Alt',
  'Shift',
  'Enter',
  'Escape',
  'Space',
  'Delete',
  'Backspace',
  'Tab',
  'PageUp',
  'PageDown',
] as const
const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

const isNamed = (part: string): part is (typeof NAMED)[number] => NAMED.some((name) => name === part)

/** What is printed on the keys of a combination such as `Control+Shift+E` or `Alt+Digit3`, in the current language. */
export function useKeyNames(): (keys: string) => string {
  const { t } = useTranslation()
  const nameOf = (part: string) =>
    isNamed(part) ? t(`key.${part}`) : (ARROWS[part] ?? part.replace('(Digit[1-9])', '1…9').replace(/^Digit/, ''))
  return (keys) => keys.split(/\b\+/).map(nameOf).join(' ')
}

/** The same combination as `aria-keyshortcuts` wants it. */
export const ariaKeys = (keys: string): string => keys.replace(/Digit(?=\d)/g, '')

export interface KbdProps {
  /** As in the table of keys: `Control+K`, `Alt+Digit1`, `F8`. */
  keys: string
}

/** A combination of keys, shown where it acts. The control itself says it to assistive tools. */
export function Kbd({ keys }: KbdProps) {
  const names = useKeyNames()
  return <kbd aria-hidden>{names(keys)}</kbd>
}
