/** Longest side of a kept picture, in pixels: a flip chart stays readable, and a hundred of them fit in a file. */
const LONGEST = 2_400

/** The size at which a picture is kept; one that is smaller stays as it is. */
export function keptSize(width: number, height: number): readonly [width: number, height: number] {
  const scale = Math.min(1, LONGEST / Math.max(width, height, 1))
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
}
