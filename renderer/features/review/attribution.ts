import { isKind, type Records, type Voice } from '#shared/model/record.ts'
import type { Level } from '#shared/privacy/levels.ts'
import { someoneWords } from '../../state/record-words.ts'
import type { ListWords } from '../../state/use-words.ts'

/** How many of « name, function, organisation » are kept back at the levels that say some of them. */
const WRITTEN: Readonly<Partial<Record<Level, readonly ('name' | 'function' | 'organisation')[]>>> = {
  1: ['name', 'function', 'organisation'],
  2: ['function', 'organisation'],
  3: ['organisation'],
}

/** The very words that may be said of who spoke, at a level; empty when nothing may. */
export function attributionOf(records: Records, voice: Voice | undefined, level: Level, words: ListWords): string {
  if (voice === undefined || level >= 5) return ''
  const kept = new Set(WRITTEN[level] ?? [])
  const { person, function: held, organisation, ...rest } = voice.f
  const f = {
    ...rest,
    ...(kept.has('name') && person !== undefined ? { person } : {}),
    ...(kept.has('function') && held !== undefined ? { function: held } : {}),
    ...(kept.has('organisation') && organisation !== undefined ? { organisation } : {}),
  }
  return someoneWords(records, { ...voice, f }).join(', ') || inGeneral(records, voice, words)
}

/** « un gouvernement local d’Afrique » */
function inGeneral(records: Records, { f }: Voice, words: ListWords): string {
  const region = f.region === undefined ? undefined : records.get(f.region)
  const code = region !== undefined && isKind(region, 'region') ? region.f.code : undefined
  const category = f.category === undefined ? '' : words('attribution', `category.${f.category}`)
  return [category, code === undefined || category === '' ? '' : words('attribution', `section.${code}`)]
    .filter(Boolean)
    .join(' ')
}
