import yauzl from 'yauzl'

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
