import type { Outline } from './outline.ts'

/** `rapport-mondial-de-synthese-2021-05-19.docx`: the kind of document and its day, in letters that every mail system keeps. */
export function reportFileName({ documentKind, date }: Outline): string {
  const kind = documentKind
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}|[’']s(?=\s)/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${kind === '' ? 'document' : kind}-${date}.docx`
}
