import { isKind } from '../../../../shared/model/record.ts'
import { fail, ok } from '../../../../shared/kit/result.ts'
import type { SourceRead } from '../../../../shared/programme/sources/collect.ts'
import { spanOf } from '../../../../shared/programme/sources/on-the-clock.ts'
import { readTextSource } from '../../../../shared/programme/sources/text-source.ts'
import type { Memory } from './memory-node.ts'

const SAID = [
  ['Awa Diop', 'Sans l’eau, aucun plan d’urbanisme ne tient : nous l’avons vu deux étés de suite.'],
  ['Inés Vega', 'La tarifa social del agua solo funciona si el Estado compensa a la ciudad.'],
  ['ليلى حداد', 'لم تعد المياه الجوفية تكفي؛ نحتاج إلى خطة مشتركة بين المدينة والريف.'],
  ['', '(applaudissements)'],
  ['Mehmet Yılmaz', 'Belediyeler birlikte çalışmalı.'],
] as const

const two = (value: number): string => String(value).padStart(2, '0')
const code = (second: number): string =>
  `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}.000`

/** Two hours of a call: a cue every five seconds. */
const TRANSCRIPT = `WEBVTT\n\nSans heure\n\n${Array.from({ length: 1_500 }, (_, index) => {
  const [who, text] = SAID[index % SAID.length] ?? ['', '']
  return `${code(index * 5)} --> ${code(index * 5 + 4)}\n${who === '' ? text : `<v ${who}>${text}</v>`}\n`
}).join('\n')}`

const FILES: Readonly<Record<string, string>> = {
  'seance.vtt': TRANSCRIPT,
  'sondage.csv':
    '#,User Name,User Email,Submitted Date/Time,Quelle priorité ?,Quel rythme ?\n' +
    '1,Awa Diop,,14:05:00,Eau;Sols,Annuel\n2,ليلى حداد,,14:05:30,Eau,Mensuel\n',
  'presence.csv':
    'Name,User Email,Join Time,Leave Time,Duration (Minutes)\nAwa Diop,awa@example.org,14:00:00,15:30:00,90\nInés Vega,,14:10:00,15:00:00,50\n',
  'discussion.txt':
    '14:03:10 From Awa Diop to Everyone:\n\tBonjour à toutes et à tous\n14:04:00 From ليلى حداد to Awa Diop (Direct Message):\n\tشكرا\n',
}

const readNamed = (name: string): SourceRead =>
  name in FILES ? readTextSource(FILES[name] ?? '') : fail({ type: 'NotASource', found: 'picture' })

/** Answers about sources, over texts of their own; the name of the file in the query is the one that is chosen. */
export function memorySources(memory: Memory, newId: () => string) {
  const chosen = new URLSearchParams(location.search).get('file') ?? 'seance.vtt'
  const unreadable = (name: string) =>
    fail({ type: 'SourceUnreadable', reason: 'NotASource', file: name, about: { found: 'picture' } })
  return {
    'file.choose': async ({ purpose }: { purpose: string }) =>
      ok(purpose === 'source' ? [{ token: chosen, name: chosen }] : [{ token: 'chosen', name: 'section.rapx' }]),
    'source.preview': async ({ file }: { file: string }) => {
      const read = readNamed(file)
      if (!read.ok) return unreadable(file)
      const { parts, ...source } = read.value
      const people = new Set(parts.map(({ who }) => who)).size
      return ok({ ...source, parts: parts.length, people, span: spanOf(parts), sample: parts.slice(0, 8) })
    },
    'source.add': async ({ file, session, starts }: { file: string; session: string; starts: string | null }) => {
      const read = readNamed(file)
      if (!read.ok) return unreadable(file)
      const record = newId()
      const kind = read.value.kind === 'poll' ? 'poll' : 'transcript'
      const of = kind === 'poll' ? {} : { sourceKind: read.value.kind }
      const set = { session, starts, fileName: file, ...of }
      const edited = memory.edit({ type: 'record.save', kind, record, set })
      return edited.ok ? ok({ ...edited.value, source: record, isNew: true }) : edited
    },
    'source.read': async ({ source }: { source: string }) => {
      const record = memory.records().get(source)
      const isOne = record !== undefined && (isKind(record, 'transcript') || isKind(record, 'poll'))
      return isOne ? readNamed(record.f.fileName ?? '') : fail({ type: 'RecordNotFound', record: source })
    },
  }
}
