import { useTranslation } from 'react-i18next'
import { strengthOf, tidyPassphrase } from '#shared/exchange/passphrase.ts'
import { PasswordField } from './field.tsx'

/** A passphrase typed twice. */
export interface Typed {
  readonly once: string
  readonly again: string
}

export const NOTHING_TYPED: Typed = { once: '', again: '' }

/** Null until it is strong enough and the same twice. */
export const passphraseOf = ({ once, again }: Typed): string | null =>
  strengthOf(once) !== 'weak' && tidyPassphrase(once) === tidyPassphrase(again) ? once : null

export interface NewPassphraseProps {
  /** What the first field is called, when it is not simply the passphrase. */
  label?: string
  typed: Typed
  onChange: (typed: Typed) => void
}

/** Two fields, and in words how hard the passphrase is to guess. */
export function NewPassphrase({ label, typed, onChange }: NewPassphraseProps) {
  const { t } = useTranslation('backup')
  const differs = typed.again !== '' && tidyPassphrase(typed.once) !== tidyPassphrase(typed.again)
  const strength = strengthOf(typed.once)
  return (
    <div className="backup-passphrase">
      <PasswordField
        label={label ?? t('passphrase.label')}
        hint={t('passphrase.hint')}
        value={typed.once}
        onChange={(once) => onChange({ ...typed, once })}
        required
        first={label === undefined}
      />
      <output className="backup-strength" data-strength={strength}>
        {typed.once !== '' && t(`passphrase.strength.${strength}`)}
      </output>
      <PasswordField
        label={t('passphrase.again')}
        value={typed.again}
        onChange={(again) => onChange({ ...typed, again })}
        {...(differs && { error: t('passphrase.differs') })}
        required
      />
    </div>
  )
}
