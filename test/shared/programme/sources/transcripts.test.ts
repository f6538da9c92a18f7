import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Source } from '#shared/programme/sources/source.ts'
import { readTextSource } from '#shared/programme/sources/text-source.ts'

function read(text: string): Source {
  const source = readTextSource(text)
  if (!source.ok) throw new Error(source.failure.type)
  return source.value
}
const said = (source: Source) => source.parts.map(({ at, who, text }) => [at, who, text])

describe('A transcript', () => {
  it('of Teams names who speaks in each cue, over several lines and with several voices in one', () => {
    const source = read(`\ufeffWEBVTT\r
\r
3f2a-1/12-0\r
00:00:03.250 --> 00:00:06.000 position:50% align:middle\r
<v Awa Diop>Nous ouvrons la séance.\r
Merci d’être là.</v>\r
\r
00:00:07.000 --> 00:00:09.000\r
<v.first Inés Vega>Gracias &amp; buenos días.</v> <v Awa Diop>Merci.</v>\r
`)
    expect(source).toMatchObject({ kind: 'transcript', layout: 'webvtt', problems: [], clock: null })
    expect(said(source)).toEqual([
      [3_250, 'Awa Diop', 'Nous ouvrons la séance. Merci d’être là.'],
      [7_000, 'Inés Vega', 'Gracias & buenos días.'],
      [7_000, 'Awa Diop', 'Merci.'],
    ])
  })

  it('of Zoom has names before the words; a colon elsewhere makes no name', () => {
    const source = read(`WEBVTT

1
00:01.000 --> 00:04.000
Awa Diop: L’eau d’abord : c’est l’essentiel.

2
00:05.000 --> 00:08.000
Pour finir : merci.

3
00:09.000 --> 00:10.000
Luis Gómez (Quito): De acuerdo.
`)
    expect(said(source)).toEqual([
      [1_000, 'Awa Diop', 'L’eau d’abord : c’est l’essentiel.'],
      [5_000, 'Pour finir', 'merci.'],
      [9_000, 'Luis Gómez (Quito)', 'De acuerdo.'],
    ])
    const talk = read(
      `1\n00:00:01,000 --> 00:00:02,000\nUne chose : l’eau.\n\n2\n00:00:02,000 --> 00:00:03,000\nEt le sol.\n\n` +
        `3\n00:00:03,000 --> 00:00:04,000\nPuis l’air.\n`,
    )
    expect(talk.parts.map(({ who }) => who)).toEqual(['', '', ''])
  })

  it('in SubRip has commas, signs of style and no hours when its program leaves them out', () => {
    const source = read(`1
00:00:01,5 --> 00:00:02,75
{\\an8}<i>Un mot</i> de <font color="#fff">bienvenue</font>

2
59:59,000 --> 1:00:01,000
La fin
`)
    expect(source.layout).toBe('subrip')
    expect(said(source)).toEqual([
      [1_500, '', 'Un mot de bienvenue'],
      [3_599_000, '', 'La fin'],
    ])
  })

  it('is put in the order of its times, and cues that overlap are all kept', () => {
    const source = read(`WEBVTT

00:10.000 --> 00:20.000
second

00:05.000 --> 00:15.000
first
00:12.000 --> 00:13.000
third, with no blank line before
`)
    expect(source.parts.map(({ text }) => text)).toEqual(['first', 'second', 'third, with no blank line before'])
  })

  it('tells a broken cue by its line, and keeps the others', () => {
    const source = read(`WEBVTT - une réunion

NOTE une remarque
sur deux lignes

STYLE
::cue { color: red }

00:00:01.000 --> 00:00:02.000
Bon

00:0x:03.000 --> 00:00:04.000
Perdu

Sans heure

00:00:09.000 --> 00:00:08.000
À rebours
`)
    expect(said(source)).toEqual([
      [1_000, '', 'Bon'],
      [9_000, '', 'À rebours'],
    ])
    expect(source.parts[1]?.end).toBeNull()
    expect(source.problems).toEqual([
      { line: 12, type: 'TimeUnreadable' },
      { line: 15, type: 'NoTime' },
      { line: 17, type: 'EndBeforeStart' },
    ])
  })

  it('without a single cue is refused, and one with too many cues too', () => {
    expect(readTextSource('WEBVTT\n\n')).toEqual({ ok: false, failure: { type: 'EmptySource' } })
    const endless = `WEBVTT\n\n${'00:01.000 --> 00:02.000\na\n\n'.repeat(100_001)}`
    expect(readTextSource(endless)).toMatchObject({ ok: false, failure: { type: 'TooLarge', what: 'parts' } })
  })

  it('has cues cut that no reader could show, between letters', () => {
    const source = read(`WEBVTT\n\n00:01.000 --> 00:02.000\n${'😀'.repeat(20_000)}\n`)
    expect(source.problems).toEqual([{ line: 3, type: 'TextCut' }])
    expect(() => encodeURIComponent(source.parts[0]?.text ?? '')).not.toThrow()
  })
})

describe('Any text at all', () => {
  const crumbs = constantFrom(
    'WEBVTT\n',
    '\n',
    '\n\n',
    '1\n',
    '00:00:01.000 --> 00:00:02.000\n',
    '00:00:01,000 --> x',
    '<v Awa>',
    '</v>',
    'Awa: ',
    '14:03:00 From Awa to Everyone:\n\t',
    '[10:05] Awa\n',
    'Name,Join Time,Leave Time\n',
    '"',
    ',',
    '\t',
    '#,Question,Asker Name\n',
    ' '.repeat(300),
    '\u202e',
    'mot',
  )
  it('is read or refused, never a fault, and gives parts in time with whole letters', () => {
    assert(
      property(array(oneof(crumbs, string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 }), (made) => {
        const source = readTextSource(made.join(''))
        if (!source.ok) {
          expect(['EmptySource', 'TooLarge']).toContain(source.failure.type)
          return
        }
        const times = source.value.parts.flatMap(({ at }) => at ?? [])
        expect(times).toEqual(times.toSorted((a, b) => a - b))
        expect(source.value.parts.every(({ line }) => line > 0)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('without an end is read in time that grows with its length alone', () => {
    const hostile = [
      `WEBVTT\n\n00:01.000 --> 00:02.000\n<v${' '.repeat(300_000)}`,
      `14:03:00 From ${'a to '.repeat(100_000)}`,
      `[10:05] ${' '.repeat(300_000)}`,
      '"'.repeat(300_001),
      `Name,Join Time\n${'"\n'.repeat(20_000)}`,
      '00:00:01.000 --> '.repeat(20_000),
    ]
    for (const text of hostile) readTextSource(text)
    expect(hostile.map((text) => readTextSource(text).ok)).toHaveLength(6)
  })
})
