import { parseTargets, type MappingOf, type MappingSource } from '#shared/programme/mapping.ts'
import { MAPPING_TARGETS, type MappingTarget } from '#shared/programme/mapping-target.ts'
import { writeMapping } from '#shared/programme/write-mapping.ts'

/** What each target takes its value from, as the choices of a list name it: `column:Thème`, `constant:AFR`. */
export type FormOf<Target extends string> = Readonly<Partial<Record<Target, string>>>
export type MappingForm = FormOf<MappingTarget>

export const columnChoice = (column: string): string => `column:${column}`
export const constantChoice = (words: string): string => `constant:${words}`

const choiceOf = (source: MappingSource): string =>
  'constant' in source ? constantChoice(source.constant) : columnChoice(source.column)

const sourceOf = (choice: string): MappingSource => {
  const words = choice.slice(choice.indexOf(':') + 1)
  return choice.startsWith('constant:') ? { constant: words } : { column: words }
}

/** The choices that a written mapping stands for; what was suggested may lack the text, which is then left to choose. */
export const formOf = (map: string): MappingForm => formOfTargets(map, MAPPING_TARGETS)

export function formOfTargets<Target extends string>(map: string, targets: readonly Target[]): FormOf<Target> {
  const parsed = parseTargets(map, targets)
  const choices: Partial<Record<Target, string>> = {}
  for (const [target, source] of Object.entries(parsed.ok ? parsed.value : {}) as [Target, MappingSource][])
    choices[target] = choiceOf(source)
  return choices
}

/** The mapping that the choices stand for, as it is sent. */
export function mapOf<Target extends string>(form: FormOf<Target>): string {
  const mapping: Partial<Record<Target, MappingSource>> = {}
  for (const [target, choice] of Object.entries(form) as [Target, string][]) mapping[target] = sourceOf(choice)
  return writeMapping(mapping as MappingOf<Target>)
}

/** A target takes one value; `null` takes it away. */
export function withChoice<Target extends string>(
  form: FormOf<Target>,
  target: Target,
  choice: string | null,
): FormOf<Target> {
  const next: Partial<Record<Target, string>> = { ...form }
  if (choice === null) delete next[target]
  else next[target] = choice
  return next
}
