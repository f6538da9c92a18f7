import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/i18n/languages.ts'
import { LANGUAGES } from '#shared/i18n/languages.ts'
import type { Result } from '#shared/kit/result.ts'
import { client } from '../../api/client.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { newId } from '../../state/new-id.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SelectField } from '../../ui/field.tsx'
import { RadioCards } from '../../ui/radio-card.tsx'
import { toast } from '../../ui/toast.tsx'

const FORMATS = ['docx', 'xlsx'] as const

/** A form to give to those who cannot install the program. */
export function WriteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['form', 'common'])
  const own = useLanguage()
  const [as, setAs] = useState<(typeof FORMATS)[number]>('docx')
  const [lang, setLang] = useState<Language>(own)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const [isBusy, setBusy] = useState(false)
  const names = new Intl.DisplayNames(own, { type: 'language' })
  const save = async () => {
    setBusy(true)
    const written = (await client['form.write']({ as, lang, job: newId() })) as Result<
      { readonly name: string } | null,
      AnyFailure
    >
    setBusy(false)
    setFailure(written.ok ? null : written.failure)
    if (!written.ok || written.value === null) return
    toast(t('dialog.saved', { name: written.value.name }), { tone: 'ok' })
    onClose()
  }
  return (
    <Dialog
      opened
      title={t('dialog.write')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" disabled={isBusy} onClick={() => void save()}>
            {t('dialog.save')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="quiet">
          {t('dialog.explain')} {t('dialog.back')}
        </p>
        {failure && <FailureNotice failure={failure} />}
        <RadioCards
          label={t('dialog.as')}
          value={as}
          choices={FORMATS.map((value) => ({ value, title: t(`dialog.${value}`) }))}
          onChange={setAs}
        />
        <SelectField
          label={t('dialog.lang')}
          value={lang}
          choices={LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value }))}
          onChange={(chosen) => setLang(LANGUAGES.find((known) => known === chosen) ?? own)}
        />
      </div>
    </Dialog>
  )
}
