const LINE_END = 0x0a

/** Lines of a file as bytes: what is damaged may not be text any more. The last one is there even when it was cut. */
export function byteLines(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
    lines.push(bytes.subarray(start, end))
    start = end + 1
  }
  if (start < bytes.length) lines.push(bytes.subarray(start))
  return lines
}

export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
