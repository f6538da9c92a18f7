import type { AnyRecord, Records } from '#shared/model/record.ts'
import type { Person, Plain } from './model.ts'

/** Fields that a rule decides, which is not the model's matter. */
const RULED = new Set(['promised', 'level', 'consent'])
export const ours = ({ kind }: AnyRecord): boolean => kind === 'note' || kind === 'theme'

/** What records say, a line each: the same lines for the same words. */
const linesOf = (records: Iterable<readonly [string, Iterable<readonly [string, readonly Plain[]]>, boolean]>) =>
  [...records]
    .map(([id, fields, kept]) => {
      const told = [...fields].map(
        ([field, values]) =>
          `${field}=${values
            .map((value) => JSON.stringify(value))
            .toSorted()
            .join('|')}`,
      )
      return `${id}${kept ? ' kept' : ''} ${told.toSorted().join(' ')}`
    })
    .toSorted()
    .join('\n')

/** What a program shows of notes and themes. */
export const saidBy = (records: Records): string =>
  linesOf(
    [...records.values()].filter(ours).map(({ id, f, conflicts = {}, kept }) => {
      const single = Object.entries(f).map(([field, value]) => [field, [value as Plain]] as const)
      const many = Object.entries(conflicts).map(([field, values]) => [field, values as readonly Plain[]] as const)
      return [id, [...single, ...many].filter(([field]) => !RULED.has(field)), kept === true] as const
    }),
  )

/** The same of a person of the model. */
export const saidIn = (person: Person): string =>
  linesOf([...person.kept.shown].map(([record, fields]) => [record, fields, person.isKept(record)] as const))
