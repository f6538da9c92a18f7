/** Numbers from 1 to `last` that are not there, as first and last. Whoever wrote a number may have made it as large as any. */
export function gapsIn(numbers: Iterable<number>, last: number): readonly (readonly [first: number, last: number])[] {
  const gaps: [number, number][] = []
  let former = 0
  for (const number of [...[...numbers].toSorted((a, b) => a - b), last + 1]) {
    if (number > former + 1) gaps.push([former + 1, number - 1])
    former = number
  }
  return gaps
}
