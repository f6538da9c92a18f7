import { posix } from 'node:path'
import { error, type Finding, type Rule, type WordFile } from './word-file.ts'
import { elementsIn, isOn, type XmlTree } from './xml-tree.ts'

/** What keeps Word from opening a file, or makes it ask its reader before showing it. */
export const packageRules: readonly Rule[] = [contentTypes, relationships, fields, cells, updatePrompt]

function* contentTypes({ parts, trees }: WordFile): Iterable<Finding> {
  const types = trees.get('[Content_Types].xml')
  if (!types) return yield error('missing-part', '[Content_Types].xml is absent or unreadable')
  const extensions = new Set(types.all('Default').map(({ attributes }) => attributes['Extension']))
  const named = new Set(types.all('Override').map(({ attributes }) => attributes['PartName']))
  for (const path of parts.keys()) {
    const known = named.has(`/${path}`) || extensions.has(path.slice(path.lastIndexOf('.') + 1))
    if (!known && path !== '[Content_Types].xml') yield error('content-type', `${path} has no content type`)
  }
  for (const path of named) {
    if (path && !parts.has(path.slice(1))) yield error('missing-part', `${path} has a content type but is absent`)
  }
}

const relationsOf = (path: string): string => posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`)

function* relationships(file: WordFile): Iterable<Finding> {
  for (const [path, tree] of file.trees) {
    if (path.endsWith('.rels')) yield* missingTargets(path, tree, file)
    else yield* unknownRelations(path, tree, file)
  }
}

function* missingTargets(path: string, tree: XmlTree, { parts }: WordFile): Iterable<Finding> {
  const folder = posix.dirname(posix.dirname(path))
  for (const { attributes } of tree.all('Relationship')) {
    const target = attributes['Target'] ?? ''
    const found = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
    if (attributes['TargetMode'] !== 'External' && !parts.has(found))
      yield error('missing-part', `${path} leads to ${target}`)
  }
}

function* unknownRelations(path: string, { root }: XmlTree, { trees }: WordFile): Iterable<Finding> {
  const known = new Set(
    trees
      .get(relationsOf(path))
      ?.all('Relationship')
      .map(({ attributes }) => attributes['Id']),
  )
  for (const { name, attributes } of elementsIn(root)) {
    for (const key of ['r:id', 'r:embed', 'r:link']) {
      const id = attributes[key]
      if (id !== undefined && !known.has(id)) yield error('relationship', `${path}: <${name}> names ${id}`)
    }
  }
}

/** An unclosed field swallows the text after it. */
function* fields({ trees }: WordFile): Iterable<Finding> {
  for (const [path, tree] of trees) {
    let depth = 0
    let lowest = 0
    for (const { attributes } of tree.all('w:fldChar')) {
      depth += { begin: 1, end: -1 }[attributes['w:fldCharType'] ?? ''] ?? 0
      lowest = Math.min(lowest, depth)
    }
    if (depth !== 0 || lowest < 0) yield error('field-unbalanced', path)
  }
}

/** Word refuses a cell that does not end with a paragraph. */
function* cells({ trees }: WordFile): Iterable<Finding> {
  for (const [path, tree] of trees) {
    const bare = tree.all('w:tc').filter(({ children }) => !['w:p', 'w:sdt'].includes(children.at(-1)?.name ?? ''))
    if (bare.length > 0) yield error('cell-without-paragraph', `${bare.length} in ${path}`)
  }
}

function* updatePrompt({ all }: WordFile): Iterable<Finding> {
  const dirty = [...all('w:fldChar'), ...all('w:fldSimple')].filter(({ attributes }) =>
    ['1', 'true', 'on'].includes(attributes['w:dirty'] ?? ''),
  )
  if (dirty.length > 0) yield error('update-prompt', `${dirty.length} dirty field(s)`)
  if (all('w:updateFields').some(isOn)) yield error('update-prompt', 'fields are updated at opening')
}
