import { decodeOperation } from '#shared/exchange/decode-bundle.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { NotCanonical } from '#shared/operation/canonical.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { canonicalParts, lineOf } from '#shared/operation/seal.ts'

const BEGINNINGS = ['{"id":"', '{"body":', '{"head":']

/**
 * Whole operations inside bytes that are damaged around them: each proves itself by its digests. What was written without
 * its id (a batch in its compact form) proves nothing, and is not taken.
 */
export function findOperations(text: string, consultation: string, digest: Digest): readonly Operation[] {
  const found: Operation[] = []
  for (let at = nextBeginning(text, 0); at >= 0; at = nextBeginning(text, at + 1)) {
    const end = endOfObject(text, at)
    if (end < 0) continue
    const operation = operationIn(text.slice(at, end), consultation, digest)
    if (operation === null) continue
    found.push(operation)
    at = end - 1
  }
  return found
}

function nextBeginning(text: string, from: number): number {
  const places = BEGINNINGS.map((beginning) => text.indexOf(beginning, from)).filter((at) => at >= 0)
  return places.length === 0 ? -1 : Math.min(...places)
}

/** After the brace that closes the object, -1 when it is not closed. */
function endOfObject(text: string, from: number): number {
  let [depth, inText] = [0, false]
  for (let at = from; at < text.length; at += 1) {
    const character = text[at]
    if (inText && character === '\\') at += 1
    else if (character === '"') inText = !inText
    else if (!inText && character === '{') depth += 1
    else if (!inText && character === '}') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return -1
}

/** The operation that a text is, whatever the order of its keys; null when its digests do not hold. */
export function operationIn(text: string, consultation: string, digest: Digest): Operation | null {
  try {
    const read = decodeOperation(lineOf(canonicalParts(JSON.parse(text) as object)), consultation, digest)
    return typeof read === 'string' ? null : read
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof NotCanonical || error instanceof TypeError) return null
    throw error
  }
}
