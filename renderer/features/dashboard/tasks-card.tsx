import {
  IconArrowsJoin2,
  IconCircleCheck,
  IconFileOff,
  IconListCheck,
  IconQuote,
  IconTarget,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useShell } from '../../app/shell-model.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from './card.tsx'
import type { Task, TaskId } from './to-do.ts'
import { useAxes } from './use-programme.ts'
import { useShowNotes } from './use-show-notes.ts'

const ICONS = {
  unsettled: IconArrowsJoin2,
  undecided: IconListCheck,
  quotes: IconQuote,
  outputs: IconTarget,
  silent: IconFileOff,
} as const satisfies Readonly<Record<TaskId, unknown>>

/** Most that a line says of where the work lies. */
const SHOWN = 4

function useWhere(): (task: Task) => string {
  const { t } = useTranslation('dashboard')
  const { records } = useWorkspace()
  const [axes, language] = [useAxes(), useLanguage()]
  return ({ id, of }) =>
    of
      .slice(0, SHOWN)
      .map(({ record, count }) => {
        if (id === 'silent') return shortLabel(records.get(record), language)
        const axis = axes.findIndex((one) => one.id === record) + 1
        return id === 'outputs' ? t('tasks.axis', { axis }) : t('tasks.axisCount', { axis, count })
      })
      .join(', ')
}

function useWay(onShowSections: () => void): Readonly<Record<TaskId, () => void>> {
  const { goTo } = useShell()
  const showNotes = useShowNotes()
  return {
    unsettled: () => goTo('merge'),
    undecided: () => showNotes({ view: 'undecided' }),
    quotes: () => showNotes({ view: 'quotes' }),
    outputs: () => goTo('report'),
    silent: onShowSections,
  }
}

/** What waits for a person, each line leading where it is done. */
export function TasksCard({ tasks, onShowSections }: { tasks: readonly Task[]; onShowSections: () => void }) {
  const { t } = useTranslation('dashboard')
  const [whereOf, ways] = [useWhere(), useWay(onShowSections)]
  return (
    <Card title={t('tasks.title')}>
      {tasks.length === 0 ? (
        <p className="row ok">
          <IconCircleCheck size={16} aria-hidden />
          {t('tasks.nothing')}
        </p>
      ) : (
        <ul className="dashboard-tasks">
          {tasks.map((task) => {
            const Icon = ICONS[task.id]
            return (
              <li key={task.id}>
                <Icon size={16} aria-hidden className={task.id === 'unsettled' ? 'warn' : 'quiet'} />
                <span>
                  <bdi>{t(`tasks.${task.id}`, { count: task.count })}</bdi>
                  <small>
                    <bdi>{whereOf(task)}</bdi>
                  </small>
                </span>
                <Button size="small" aria-label={t(`tasks.open.${task.id}`)} onClick={ways[task.id]}>
                  {t(`tasks.do.${task.id}`)}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}
