import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '#shared/model/label.ts'
import type { Axis } from '#shared/model/record.ts'
import { type AnyFailure, edit } from '../../state/edits.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'

interface OutputsDialogProps {
  /** All axes, in their order. */
  axes: readonly Axis[]
  /** Those whose expected output is to be confirmed. */
  pending: readonly Axis[]
  onClose: () => void
}

/** Confirms, axis by axis, that an expected output belongs to it. Undone like any writing. */
export function OutputsDialog({ axes, pending, onClose }: OutputsDialogProps) {
  const { t } = useTranslation(['report', 'common'])
  const language = useLanguage()
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const confirm = async (axis: string): Promise<void> => {
    const set = { outputState: 'confirmed' }
    const saved = await edit({ type: 'record.save', kind: 'axis', record: axis, set })
    setFailure(saved.ok ? null : saved.failure)
  }
  return (
    <Dialog
      opened
      title={t('outputs.title')}
      onClose={onClose}
      size="lg"
      actions={<Button onClick={onClose}>{t('common:close')}</Button>}
    >
      <div className="stack">
        {failure && <FailureNotice failure={failure} />}
        <p>{t(pending.length === 0 ? 'outputs.none' : 'outputs.explain')}</p>
        <ul className="report-outputs">
          {pending.map((axis) => (
            <li key={axis.id}>
              <span>
                <b>
                  {axes.indexOf(axis) + 1} {shortLabel(axis, language)}
                </b>
                <bdi className="written">{labelOf(axis, language, 'output')}</bdi>
              </span>
              <Button
                aria-label={t('outputs.confirmOf', { axis: shortLabel(axis, language) })}
                onClick={() => void confirm(axis.id)}
              >
                {t('outputs.confirm')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
