import { extname } from 'node:path'
import { among, asked, invalid, needed, pick, type Verb } from './verb.ts'

const LANGUAGES = ['fr', 'en', 'es']
const FORMATS = ['.docx', '.xlsx']

/** What makes a form to fill in, and reads one back. */
export const FORM_VERBS: Readonly<Record<string, Verb>> = {
  form: {
    files: 'none',
    options: { process: 'string', edition: 'string', lang: 'string', out: 'string' },
    read: (_files, options) => {
      const wrong = needed(options, ['process', 'out']) ?? among(options, 'lang', LANGUAGES)
      if (wrong !== null) return wrong
      const out = String(options['out'])
      const as = extname(out).toLowerCase()
      if (!FORMATS.includes(as)) return invalid('out', out, FORMATS)
      const given = pick(options, ['process', 'edition', 'out'])
      return asked('archive.form', { as: as.slice(1), lang: options['lang'] ?? 'fr', ...given })
    },
  },
  'import form': {
    files: 'one',
    options: { into: 'string', out: 'string' },
    read: ([form], options) => {
      const { into, out = into } = options
      return needed(options, ['into']) ?? asked('archive.importForm', { form, into, out })
    },
  },
}
