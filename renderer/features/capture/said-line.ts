import type { Grammar } from './grammar.ts'
import { chooseKind, giveFloor, type Line } from './line.ts'
import { parseLine } from './parse-line.ts'

/** A line with everything that its own signs say of it, and the words that are left. */
export interface SaidLine extends Line {
  readonly said: string
  /** Words of the themes that stand in its text. */
  readonly themeWords: readonly string[]
}

interface Lists {
  readonly axes: readonly { readonly id: string }[]
  readonly speakers: readonly { readonly id: string }[]
  readonly grammar: Grammar
}

/** What Enter would write of the line now: the chips show it, and the note is made of it. What a person chose by hand goes first. */
export function saidOf(line: Line, { axes, speakers, grammar }: Lists): SaidLine {
  const { text: said, ...read } = parseLine(line.text, grammar)
  const kinded = line.kind === null && read.kind !== null ? chooseKind(line, read.kind) : line
  const speaker = read.speaker === null ? undefined : speakers[read.speaker]?.id
  return {
    ...(speaker === undefined || speaker === line.speaker ? kinded : giveFloor(kinded, speaker, line.at ?? 0)),
    stance: line.stance === undefined ? (read.stance ?? undefined) : line.stance,
    axis: axes[read.axis ?? -1]?.id ?? line.axis,
    onlyScope: read.scope ?? line.onlyScope,
    sensitive: line.sensitive || read.sensitive,
    toCheck: line.toCheck || read.toCheck,
    said,
    themeWords: read.themes,
  }
}
