import yauzl from 'yauzl'
import type { Findings } from '#shared/verify/findings.ts'

/** What the container itself is called in a report. */
export const CONTAINER = '.rapx'

/** Names in a container, in their order, as its directory gives them; none when it cannot be read. */
export async function entryNames(bytes: Uint8Array): Promise<readonly string[]> {
  try {
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      autoClose: false,
    })
    const names: string[] = []
    for await (const { fileName } of zip.eachEntry()) names.push(fileName)
    return names
  } catch {
    return []
  }
}

/** Entries that nobody expects, or twice. The name of a stranger is not told: anyone could have written anything in it. */
export async function checkNames(bytes: Uint8Array, known: readonly string[], findings: Findings): Promise<void> {
  const names = await entryNames(bytes)
  for (const [index, name] of names.entries()) {
    if (!known.includes(name)) findings.fault('container', 'unknown-entry', CONTAINER, index + 1)
    else if (names.indexOf(name) < index) findings.fault('container', 'repeated', CONTAINER, index + 1)
  }
}
