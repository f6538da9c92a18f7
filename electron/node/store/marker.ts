import { join } from 'node:path'
import * as z from 'zod'
import type { FileLayer } from '../disk/file-layer.ts'
import { createFile } from '../disk/whole-file.ts'

/** The layout of stores that this version writes, and the newest it can write to. */
export const STORE_FORMAT = 2
export const MARKER = 'store.json'

const markerSchema = z.object({ format: z.int().min(1), consultation: z.string() })
/** « A store exists here »: written once, before anything else. */
export type Marker = z.infer<typeof markerSchema>

/** Null when there is none; `damaged` when there is one that says nothing: a store exists all the same. */
export async function readMarker(folder: string, layer: FileLayer): Promise<Marker | 'damaged' | null> {
  const bytes = await layer.read(join(folder, MARKER))
  if (bytes === null) return null
  try {
    return markerSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? 'damaged'
  } catch {
    return 'damaged'
  }
}

export async function writeMarker(folder: string, consultation: string, layer: FileLayer): Promise<void> {
  const marker: Marker = { format: STORE_FORMAT, consultation }
  await createFile(layer, join(folder, MARKER), new TextEncoder().encode(JSON.stringify(marker)))
}
