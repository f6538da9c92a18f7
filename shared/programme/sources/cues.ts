import { sourceOf, type SourceRead } from './collect.ts'
import type { SourcePart, SourceProblem } from './source.ts'
import { speakersOf } from './speakers.ts'
import { readTimecode } from './times.ts'
import { plainText, voicesOf } from './voices.ts'

const ARROW = '-->'
const TIMING = /^\s*([\d:.,]+)\s*-->\s*([\d:.,]+)(?:\s.*)?$/
const ASIDE = /^(?:NOTE|STYLE|REGION)(?:\s|$)/

interface Line {
  readonly number: number
  readonly text: string
}

/** Whether a text is subtitles or a transcript of a call: WebVTT by its first word, SubRip by its first times. */
export function cueLayout(text: string): 'webvtt' | 'subrip' | null {
  if (/^\s*WEBVTT(?:\s|$)/.test(text)) return 'webvtt'
  const lines = text.split('\n', 20)
  return lines.some((line) => TIMING.test(line)) ? 'subrip' : null
}

/**
 * Cues of WebVTT and SubRip: hours may be missing, settings are passed over, cues may overlap and stand in any order. One
 * that cannot be read is told by its line, and the others are taken.
 */
export function readCues(text: string, layout: 'webvtt' | 'subrip'): SourceRead {
  const problems: SourceProblem[] = []
  const cues = blocksOf(text)
    .filter(([first]) => !(layout === 'webvtt' && isAside(first)))
    .flatMap((block) => cuesOf(block, problems))
  const speakers = speakersOf(cues.filter(({ who }) => who === '').map(({ text: said }) => said))
  const parts = cues.map((cue) => (cue.who === '' ? Object.assign(cue, speakers(cue.text)) : cue))
  return sourceOf({ kind: 'transcript', layout, problems, parts, times: 'from zero' })
}

const isAside = (first: Line | undefined): boolean =>
  first !== undefined && (ASIDE.test(first.text) || (first.number === 1 && /^\s*WEBVTT/.test(first.text)))

/** Lines between blank ones. */
function blocksOf(text: string): readonly (readonly Line[])[] {
  const blocks: Line[][] = [[]]
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') blocks.push([])
    else blocks.at(-1)?.push({ number: index + 1, text: line })
  }
  return blocks.filter((block) => block.length > 0)
}

/** Usually one; several when the blank line between them is missing. */
function cuesOf(block: readonly Line[], problems: SourceProblem[]): readonly SourcePart[] {
  const starts = block.flatMap(({ text }, index) => (text.includes(ARROW) ? [index] : []))
  const [first] = block
  if (starts.length === 0) {
    // A number alone is a cue that lost its words.
    if (first !== undefined && !block.every(isNumber)) problems.push({ line: first.number, type: 'NoTime' })
    return []
  }
  return starts.flatMap((start, index) => {
    const next = starts[index + 1]
    const end = next === undefined ? block.length : next - (isNumber(block[next - 1]) ? 1 : 0)
    return cueOf(block[start], block.slice(start + 1, end), problems)
  })
}

const isNumber = (line: Line | undefined): boolean => line !== undefined && /^\s*\d+\s*$/.test(line.text)

function cueOf(timing: Line | undefined, said: readonly Line[], problems: SourceProblem[]): readonly SourcePart[] {
  if (timing === undefined) return []
  const [, from = '', to = ''] = TIMING.exec(timing.text) ?? []
  const [at, end] = [readTimecode(from), readTimecode(to)]
  if (at === null || end === null) {
    problems.push({ line: timing.number, type: 'TimeUnreadable' })
    return []
  }
  if (end < at) problems.push({ line: timing.number, type: 'EndBeforeStart' })
  return voicesOf(said.map(({ text }) => text).join('\n'))
    .map(({ who, text }) => ({ who, text: plainText(text) }))
    .filter(({ text }) => text !== '')
    .map(({ who, text }) => ({ line: timing.number, at, end: end < at ? null : end, who, text, about: '' }))
}
