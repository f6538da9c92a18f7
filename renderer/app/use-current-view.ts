import { create } from 'zustand'
import { keepPlace, placeOf } from '../state/place.ts'
import { usePage } from '../state/workspace-store.ts'
import { PLACES, type DestinationId } from './navigation.ts'

const PART = 'view'

const useView = create<{ readonly current: DestinationId }>()(() => ({ current: 'capture' }))

/** Shows a screen, which is found again when its process is opened again. */
function goTo(current: DestinationId): void {
  useView.setState({ current })
  keepPlace(PART, current)
}

usePage.subscribe(({ workspace }, former) => {
  if (workspace === null || workspace.consultation === former.workspace?.consultation) return
  useView.setState({ current: PLACES.find((view) => view === placeOf(PART)) ?? 'capture' })
})

export const useCurrentView = (): readonly [DestinationId, (view: DestinationId) => void] => [
  useView(({ current }) => current),
  goTo,
]
