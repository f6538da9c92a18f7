import { IconChevronRight } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'

export const MERGE_STEPS = ['drop', 'preview', 'settle', 'done'] as const
export type MergeStep = (typeof MERGE_STEPS)[number]

/** Where one is on the way from files to one body of notes. */
export function MergeSteps({ step }: { step: MergeStep }) {
  const { t } = useTranslation('merge')
  const at = MERGE_STEPS.indexOf(step)
  return (
    <ol className="merge-steps" aria-label={t('steps')}>
      {MERGE_STEPS.map((one, index) => (
        <Fragment key={one}>
          {index > 0 && (
            <li aria-hidden>
              <IconChevronRight size={14} className="merge-chevron" />
            </li>
          )}
          <li aria-current={one === step ? 'step' : undefined} data-past={index < at}>
            <span className="figures">{index + 1}</span>
            {t(`step.${one}`)}
          </li>
        </Fragment>
      ))}
    </ol>
  )
}
