import { lazy, Suspense } from 'react'
import { leaveTable, useTableAsked } from '../../state/table-asked.ts'
import { usePage } from '../../state/workspace-store.ts'

const TableDialog = lazy(async () => ({ default: (await import('./table-dialog.tsx')).TableDialog }))

/** « Importer un tableau », over whichever screen asked for it. */
export function TableDialogs() {
  const asked = useTableAsked((state) => state.asked)
  const isOpen = usePage(({ workspace }) => workspace !== null)
  return (
    isOpen &&
    asked !== null && (
      <Suspense fallback={null}>
        <TableDialog asked={asked} onClose={leaveTable} />
      </Suspense>
    )
  )
}
