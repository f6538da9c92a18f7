/** Shows a share of the work on one line of a terminal; says nothing where nobody looks. */
export function progressLine(stream: NodeJS.WriteStream): (share: number) => void {
  let shown = -1
  return (share) => {
    const percent = Math.floor(share * 100)
    if (!stream.isTTY || percent === shown) return
    shown = percent
    stream.write(percent >= 100 ? '\r\u001b[K' : `\r${String(percent).padStart(3)} %`)
  }
}
