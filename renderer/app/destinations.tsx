import type { ComponentType } from 'react'
import type { DestinationId } from './navigation.ts'

/** A screen, fetched when it is first shown. */
export type Screens = Partial<Record<DestinationId | 'setup', ComponentType>>

/** Where each screen comes from: `capture: lazy(async () => ({ default: (await import('…')).CaptureView }))`. */
export const SCREENS: Screens = {}
