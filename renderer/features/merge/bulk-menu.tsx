import { IconListCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Menu } from '../../ui/menu.tsx'
import { BULK_RULES, type BulkPlan, bulkPlan } from './bulk-rules.ts'
import type { Choices, ConflictCase } from './conflict-cases.ts'

export interface BulkMenuProps {
  cases: readonly ConflictCase[]
  choices: Choices
  onChoices: (change: (choices: Choices) => Choices) => void
}

/** One answer for all the cases that are left, said with how many before it is given. */
export function BulkMenu({ cases, choices, onChoices }: BulkMenuProps) {
  const { t } = useTranslation(['settling', 'common'])
  const [asked, setAsked] = useState<BulkPlan | null>(null)
  const plans = BULK_RULES.map((rule) => bulkPlan(rule, cases, choices))
  const give = () => {
    if (asked !== null) onChoices(() => asked.choices)
    setAsked(null)
  }
  return (
    <>
      <Menu
        trigger={
          <Button
            size="small"
            icon={<IconListCheck size={16} aria-hidden />}
            disabled={plans.every((p) => p.cases === 0)}
          >
            {t('bulk.button')}
          </Button>
        }
        entries={plans.map((plan) => ({
          id: plan.rule,
          label: t('bulk.entry', { rule: t(`bulk.rule.${plan.rule}`), count: plan.cases }),
          disabled: plan.cases === 0,
          onSelect: () => setAsked(plan),
        }))}
      />
      {asked && (
        <Dialog
          opened
          title={t(`bulk.rule.${asked.rule}`)}
          onClose={() => setAsked(null)}
          actions={
            <>
              <Button onClick={() => setAsked(null)}>{t('common:cancel')}</Button>
              <Button look="primary" data-autofocus onClick={give}>
                {t('bulk.give', { count: asked.cases })}
              </Button>
            </>
          }
        >
          <div className="stack">
            <p>{t('bulk.preview', { count: asked.cases, fields: asked.fields })}</p>
            <p className="quiet">{t('bulk.undo')}</p>
          </div>
        </Dialog>
      )}
    </>
  )
}
