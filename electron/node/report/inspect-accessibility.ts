import { RTL_LETTER, isMostlyRtl } from './direction.ts'
import { MAIN, error, readText, warning, type Finding, type Rule, type WordFile } from './word-file.ts'
import { child, isOn, valueOf, type XmlElement } from './xml-tree.ts'

/** What a screen reader, a search or a translation needs of a document. */
export const accessibilityRules: readonly Rule[] = [headings, tables, drawings, language, title, direction]

function* headings({ trees, all }: WordFile): Iterable<Finding> {
  const levels = new Map(all('w:style').map((style) => [style.attributes['w:styleId'], levelOfStyle(style)]))
  let previous = 0
  for (const paragraph of trees.get(MAIN)?.all('w:p') ?? []) {
    const own = valueOf(child(paragraph, 'w:pPr', 'w:outlineLvl'))
    const level = own === undefined ? levels.get(valueOf(child(paragraph, 'w:pPr', 'w:pStyle'))) : Number(own) + 1
    if (level === undefined || level > 9) continue
    const text = readText(paragraph).trim()
    if (text === '') yield error('heading-empty', `level ${level}`)
    if (level > previous + 1) yield error('heading-order', `level ${previous} is followed by ${level}: ${text}`)
    previous = level
  }
}

function levelOfStyle(style: XmlElement): number | undefined {
  const outline = valueOf(child(style, 'w:pPr', 'w:outlineLvl'))
  if (outline !== undefined) return Number(outline) + 1
  const level = /^heading ([1-9])$/i.exec(valueOf(child(style, 'w:name')) ?? '')?.[1]
  return level === undefined ? undefined : Number(level)
}

/** A table says what its first row or, when it is a list of labels, its first column heads. */
function* tables({ all }: WordFile): Iterable<Finding> {
  for (const [index, table] of all('w:tbl').entries()) {
    const firstRow = table.children.find(({ name }) => name === 'w:tr')
    const headed =
      isOn(child(firstRow, 'w:trPr', 'w:tblHeader')) ||
      ['1', 'true', 'on'].includes(child(table, 'w:tblPr', 'w:tblLook')?.attributes['w:firstColumn'] ?? '')
    if (!headed) yield error('table-header', `table ${index + 1} has no header`)
    const words =
      valueOf(child(table, 'w:tblPr', 'w:tblCaption')) ?? valueOf(child(table, 'w:tblPr', 'w:tblDescription'))
    if (!words?.trim()) yield warning('table-words', `table ${index + 1} has no description`)
  }
}

function* drawings({ all }: WordFile): Iterable<Finding> {
  for (const { attributes } of all('wp:docPr')) {
    if (!(attributes['descr'] || attributes['title'])) yield error('alt-text', `drawing ${attributes['id'] ?? ''}`)
  }
}

function* language({ trees, all }: WordFile): Iterable<Finding> {
  const styles = trees.get('word/styles.xml')?.root
  const text = valueOf(child(styles, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang'))
  if (!text) yield error('language', 'the styles name no language')
  if (!all('dc:language')[0]?.text.trim()) yield warning('dc-language', 'the properties name no language')
}

function* title({ all }: WordFile): Iterable<Finding> {
  if (!all('dc:title')[0]?.text.trim()) yield error('title', 'the properties have no title')
}

const turned = (paragraph: XmlElement) => isOn(child(paragraph, 'w:pPr', 'w:bidi'))

function* direction({ all }: WordFile): Iterable<Finding> {
  const straight = all('w:p').filter((paragraph) => !turned(paragraph) && isMostlyRtl(readText(paragraph)))
  if (straight.length > 0) yield warning('rtl-paragraph', `${straight.length} paragraph(s) not turned`)
  const runs = all('w:r').filter((run) => RTL_LETTER.test(readText(run)) && !isOn(child(run, 'w:rPr', 'w:rtl')))
  if (runs.length > 0) yield warning('rtl-run', `${runs.length} run(s) not turned`)
}
