import { NUMBERING_MARK } from '#shared/report/sanitise.ts'
import { MAIN, error, readText, warning, type Finding, type Rule, type WordFile } from './word-file.ts'
import { valueOf, type XmlElement } from './xml-tree.ts'

/** What a document names must exist: styles, lists, bookmarks, notes. */
export const referenceRules: readonly Rule[] = [styles, lists, bookmarks, links, notes, placeholders]

/** Word's limit on the name of a bookmark. */
const BOOKMARK_LETTERS = 40

const named = (elements: readonly XmlElement[], attribute = 'w:val'): string[] =>
  elements.flatMap(({ attributes }) => attributes[attribute] ?? [])
const absent = (used: readonly string[], known: readonly string[]): string[] => {
  const all = new Set(known)
  return [...new Set(used)].filter((name) => !all.has(name))
}

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.filter((name) => seen.size === seen.add(name).size)
}

/** Styles Word has without being told. */
const BUILT_IN = ['DefaultParagraphFont', 'TableNormal', 'NoList']

function* styles({ all }: WordFile): Iterable<Finding> {
  const used = ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:next', 'w:link', 'w:basedOn'].flatMap((name) =>
    named(all(name)),
  )
  const missing = absent(used, named(all('w:style'), 'w:styleId').concat(BUILT_IN))
  if (missing.length > 0) yield error('unknown-style', missing.join(', '))
}

function* lists({ all }: WordFile): Iterable<Finding> {
  const known = named(all('w:num'), 'w:numId')
  const missing = absent(named(all('w:numId')), [...known, '0'])
  if (missing.length > 0) yield error('num-missing', missing.join(', '))
}

function* bookmarks({ all }: WordFile): Iterable<Finding> {
  const names = named(all('w:bookmarkStart'), 'w:name')
  const twice = repeated(names).concat(repeated(named(all('w:bookmarkStart'), 'w:id')))
  if (twice.length > 0) yield error('bookmark-twice', twice.join(', '))
  const long = names.filter((name) => name.length > BOOKMARK_LETTERS)
  if (long.length > 0) yield error('bookmark-name', long.join(', '))
}

function* links({ all }: WordFile): Iterable<Finding> {
  const missing = absent(named(all('w:hyperlink'), 'w:anchor'), named(all('w:bookmarkStart'), 'w:name'))
  if (missing.length > 0) yield error('link-nowhere', missing.join(', '))
}

function* notes({ all }: WordFile): Iterable<Finding> {
  for (const kind of ['footnote', 'endnote', 'comment']) {
    const missing = absent(named(all(`w:${kind}Reference`), 'w:id'), named(all(`w:${kind}`), 'w:id'))
    if (missing.length > 0) yield error(`${kind}-missing`, missing.join(', '))
  }
}

function* placeholders({ trees, all }: WordFile): Iterable<Finding> {
  if (all('w:numId').some((element) => !/^\d+$/.test(valueOf(element) ?? ''))) yield error('placeholder', 'list number')
  const root = trees.get(MAIN)?.root
  const text = root ? readText(root) : ''
  if (text.includes(NUMBERING_MARK)) yield error('placeholder', 'our own mark is in the text')
  const left = text.match(/\{\{[^{}\n]{1,40}\}\}/g)
  if (left) yield warning('placeholder', left.slice(0, 3).join(', '))
}
