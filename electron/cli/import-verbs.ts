import { among, asked, invalid, needed, pick, type Verb } from './verb.ts'

/** How a table says who spoke. */
export const VOICES = ['column', 'row', 'none'] as const
const CREATABLE = ['axes', 'regions', 'themes']
/** Not 6: what is off the record is never written to a file that travels. */
const LEVELS = ['1', '2', '3', '4', '5']

/** What puts a table into a file. */
export const IMPORT_VERBS: Readonly<Record<string, Verb>> = {
  'import notes': {
    files: 'one',
    options: {
      into: 'string',
      out: 'string',
      map: 'string',
      voices: 'string',
      create: 'string',
      lang: 'string',
      level: 'string',
    },
    read: ([table], options) => {
      const create = typeof options['create'] === 'string' ? options['create'].split(',') : []
      const unknown = create.find((what) => !CREATABLE.includes(what))
      if (unknown !== undefined) return invalid('create', unknown, CREATABLE)
      const missing =
        needed(options, ['into', 'map']) ?? among(options, 'voices', VOICES) ?? among(options, 'level', LEVELS)
      if (missing !== null) return missing
      const { into, out = into, map, voices = 'row', lang = 'fr', level = '3' } = options
      return asked('archive.importTable', { table, into, out, map, voices, create, lang, level: Number(level) })
    },
  },
  'import participants': {
    files: 'one',
    options: { into: 'string', out: 'string', map: 'string', session: 'string', same: 'boolean' },
    read: ([table], options) => {
      const { into, out = into, same = false } = options
      return (
        needed(options, ['into']) ??
        asked('archive.importParticipants', { table, into, out, same, ...pick(options, ['map', 'session']) })
      )
    },
  },
}
