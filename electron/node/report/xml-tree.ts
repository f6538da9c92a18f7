/** An element of a part. `text` is what it holds directly, entities resolved. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  text: string
}

/** A part read whole; `all` gives its elements of a name, in the order they open. */
export interface XmlTree {
  readonly root: XmlElement
  readonly all: (name: string) => readonly XmlElement[]
}

const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?'
const ATTRIBUTE = `\\s+(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`
const ATTRIBUTES = new RegExp(ATTRIBUTE, 'g')
const TAG = new RegExp(`<(?:/(${NAME})\\s*|(${NAME})((?:${ATTRIBUTE.replaceAll(/\((?!\?)/g, '(?:')})*)\\s*(/?))>`, 'y')
const ASIDE = /<\?[^<>]*\?>|<!--(?:(?!--)[^])*-->/y
/** What XML 1.0 allows nowhere. */
// oxlint-disable-next-line no-control-regex -- controls are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([\da-fA-F]+));/g
const STRAY_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Read an XML part; throws at the first thing that keeps it from being well-formed, undeclared prefixes included. What
 * a Word part never needs is refused too: a document type, a CDATA section, names beyond ASCII.
 */
export function readXml(source: string): XmlTree {
  const bad = FORBIDDEN.exec(source) ?? STRAY_AMPERSAND.exec(source)
  if (bad) throw new Error(`forbidden character or stray ampersand at ${bad.index}`)
  const byName = new Map<string, XmlElement[]>()
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < source.length) {
    const parent = open.at(-1) ?? top
    const next = source.indexOf('<', at)
    parent.text += resolve(source.slice(at, next === -1 ? undefined : next))
    if (next === -1) break
    const tag = match(TAG, source, next)
    if (tag) step(tag, open, byName)
    else if (!match(ASIDE, source, next)) throw new Error(`not a tag at ${next}: ${source.slice(next, next + 40)}`)
    at = tag ? TAG.lastIndex : ASIDE.lastIndex
  }
  return finish(top, open, byName)
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}

/** A closing tag leaves an element; any other adds one, and enters it unless it is empty. */
function step(tag: RegExpExecArray, open: XmlElement[], byName: Map<string, XmlElement[]>): void {
  const [, closing, name = '', attributes = '', empty] = tag
  if (closing !== undefined) {
    const left = open.pop()
    if (left?.name !== closing) throw new Error(`</${closing}> closes <${left?.name ?? ''}>`)
    return
  }
  const element: XmlElement = { name, attributes: readAttributes(attributes, name), children: [], text: '' }
  open.at(-1)?.children.push(element)
  if (!empty) open.push(element)
  const alike = byName.get(name)
  if (alike) alike.push(element)
  else byName.set(name, [element])
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {}

function readAttributes(source: string, name: string): Readonly<Record<string, string>> {
  if (source === '') return NO_ATTRIBUTES
  const attributes: Record<string, string> = {}
  for (const [, key = '', double, single] of source.matchAll(ATTRIBUTES)) {
    if (key in attributes) throw new Error(`<${name}> has two attributes ${key}`)
    attributes[key] = resolve(double ?? single ?? '')
  }
  return attributes
}

function resolve(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (_, named: string | undefined, decimal: string | undefined, hexadecimal: string) => {
    if (named !== undefined) return NAMED[named] ?? ''
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal)
    const character = String.fromCodePoint(code)
    if (FORBIDDEN.test(character)) throw new Error(`forbidden character &#${code};`)
    return character
  })
}

function finish(top: XmlElement, open: readonly XmlElement[], byName: Map<string, XmlElement[]>): XmlTree {
  const [root, second] = top.children
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is not closed`)
  if (!root || second || top.text.trim() !== '') throw new Error('not exactly one root element')
  checkPrefixes(byName)
  return { root, all: (name) => byName.get(name) ?? [] }
}

/** Prefixes are declared at the head of Word's parts, or on the element that needs them: anywhere will do. */
function checkPrefixes(byName: ReadonlyMap<string, readonly XmlElement[]>): void {
  const declared = new Set(['xml', 'xmlns'])
  const used = new Set<string>()
  for (const [name, elements] of byName) {
    for (const key of [name, ...elements.flatMap(({ attributes }) => Object.keys(attributes))]) {
      const [prefix = '', local] = key.split(':')
      if (local !== undefined) used.add(prefix)
      if (prefix === 'xmlns' && local !== undefined) declared.add(local)
    }
  }
  const missing = [...used].filter((prefix) => !declared.has(prefix))
  if (missing.length > 0) throw new Error(`prefix not declared: ${missing.join(', ')}`)
}

/** The element reached by names from another, the first of each. */
export const child = (element: XmlElement | undefined, ...names: string[]): XmlElement | undefined =>
  names.reduce<XmlElement | undefined>((at, name) => at?.children.find((candidate) => candidate.name === name), element)

/** Word's way to hold one value: the `w:val` of an element. */
export const valueOf = (element: XmlElement | undefined): string | undefined => element?.attributes['w:val']

/** An on-off property is on unless it says otherwise. */
export const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !['0', 'false', 'off'].includes(valueOf(element) ?? '')

/** An element and all it holds, in the order of the document. */
export function* elementsIn(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const inner of element.children) yield* elementsIn(inner)
}
