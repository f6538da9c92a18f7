import { type ComponentType, lazy } from 'react'
import type { DestinationId } from './navigation.ts'

/** A screen, fetched when it is first shown. */
export type Screens = Partial<Record<DestinationId | 'setup', ComponentType>>

/** Where each screen comes from. */
export const SCREENS: Screens = {
  setup: lazy(async () => ({ default: (await import('../features/setup/setup-view.tsx')).SetupView })),
  capture: lazy(async () => ({ default: (await import('../features/capture/capture-view.tsx')).CaptureView })),
  closing: lazy(async () => ({ default: (await import('../features/closing/closing-view.tsx')).ClosingView })),
  review: lazy(async () => ({ default: (await import('../features/review/review-view.tsx')).ReviewView })),
  merge: lazy(async () => ({ default: (await import('../features/merge/merge-view.tsx')).MergeView })),
  report: lazy(async () => ({ default: (await import('../features/report/report-view.tsx')).ReportView })),
  dashboard: lazy(async () => ({ default: (await import('../features/dashboard/dashboard-view.tsx')).DashboardView })),
}
