import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { decodeTemplate } from '#shared/process/decode-template.ts'
import type { Template } from '#shared/process/template.ts'

export const digest = (text: string): string => createHash('sha256').update(text).digest('base64url')

export const TEMPLATES = ['000', '001', '002', '003', '004', 'blank'] as const

export const resource = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8'))

/** A template as it ships, decoded; a failure is a failed test. */
export function shipped(id: (typeof TEMPLATES)[number]): Template {
  const template = decodeTemplate(resource(`processes/${id}.json`))
  if (!template.ok) throw new Error(`${id}: ${JSON.stringify(template.failure)}`)
  return template.value
}
