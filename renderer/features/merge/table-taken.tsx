import { IconCircleCheck } from '@tabler/icons-react'

/** What was taken from a table, in a sentence and some others. */
export const TableTaken = ({ first, others }: { first: string; others: string }) => (
  <output className="merge-note ok">
    <IconCircleCheck size={20} aria-hidden />
    <span>
      <b>{first}</b> {others}
    </span>
  </output>
)
