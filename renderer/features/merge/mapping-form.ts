import { parseMapping, type Mapping, type MappingSource } from '#shared/programme/mapping.ts'
import { MAPPING_TARGETS, type MappingTarget } from '#shared/programme/mapping-target.ts'
import { writeMapping } from '#shared/programme/write-mapping.ts'

/** What each target takes its value from, as the choices of a list name it: `column:Thème`, `constant:AFR`. */
export type MappingForm = Readonly<Partial<Record<MappingTarget, string>>>

export const columnChoice = (column: string): string => `column:${column}`
export const constantChoice = (words: string): string => `constant:${words}`

const choiceOf = (source: MappingSource): string =>
  'constant' in source ? constantChoice(source.constant) : columnChoice(source.column)

const sourceOf = (choice: string): MappingSource => {
  const words = choice.slice(choice.indexOf(':') + 1)
  return choice.startsWith('constant:') ? { constant: words } : { column: words }
}

/** The choices that a written mapping stands for; what was suggested may lack the text, which is then left to choose. */
export function formOf(map: string): MappingForm {
  const whole = parseMapping(map)
  const parsed = whole.ok || map === '' ? whole : parseMapping(`text=?,${map}`)
  if (!parsed.ok) return {}
  const { text, ...others } = parsed.value
  const mapping: Mapping = whole.ok && text !== undefined ? { text, ...others } : others
  return Object.fromEntries(
    MAPPING_TARGETS.flatMap((target) => {
      const source = mapping[target]
      return source === undefined ? [] : [[target, choiceOf(source)]]
    }),
  )
}

/** The mapping that the choices stand for, as it is sent. */
export const mapOf = (form: MappingForm): string =>
  writeMapping(
    Object.fromEntries(
      MAPPING_TARGETS.flatMap((target) => {
        const choice = form[target]
        return choice === undefined ? [] : [[target, sourceOf(choice)]]
      }),
    ),
  )

/** A target takes one value; `null` takes it away. */
export function withChoice(form: MappingForm, target: MappingTarget, choice: string | null): MappingForm {
  const { [target]: _, ...others } = form
  return choice === null ? others : { ...others, [target]: choice }
}
