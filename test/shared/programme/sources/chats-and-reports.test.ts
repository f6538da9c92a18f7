import { describe, expect, it } from 'vitest'
import { tallyAnswers } from '#shared/programme/sources/answers.ts'
import { peopleOfAttendance } from '#shared/programme/sources/attendance.ts'
import { nearestPart, spanOf, timeOnClock } from '#shared/programme/sources/on-the-clock.ts'
import type { Source } from '#shared/programme/sources/source.ts'
import { readTextSource } from '#shared/programme/sources/text-source.ts'
import { readStart, writeStart } from '#shared/programme/sources/times.ts'

function read(text: string): Source {
  const source = readTextSource(text)
  if (!source.ok) throw new Error(source.failure.type)
  return source.value
}
const MINUTE = 60_000
const clock = (text: string) => readStart(text) ?? 0

describe('A discussion', () => {
  it('of Zoom, kept with the recording, counts from its beginning', () => {
    const source = read('00:12:34\tAwa Diop:\tBonjour à tous\r\nsur deux lignes\r\n00:13:00\tLuis:\tHola : qué tal\r\n')
    expect(source).toMatchObject({ kind: 'chat', layout: 'zoom', clock: null })
    expect(source.parts.map(({ at, who, text }) => [at, who, text])).toEqual([
      [754_000, 'Awa Diop', 'Bonjour à tous\nsur deux lignes'],
      [780_000, 'Luis', 'Hola : qué tal'],
    ])
  })

  it('of Zoom, saved by someone there, has the clock; what was said to one person says so', () => {
    const source = read(
      '14:03:10 From Awa Diop to Everyone:\n\tBonjour\n\tà tous\n14:04:00 From  Luis  to  Awa Diop(Direct Message) : en privé\n',
    )
    expect(source.clock).toBe(clock('14:03:10'))
    expect(source.parts.map(({ at, text, about }) => [at, text, about])).toEqual([
      [0, 'Bonjour\nà tous', ''],
      [50_000, 'en privé', 'Awa Diop(Direct Message)'],
    ])
  })

  it('in French, in the old layout without addressee, and over midnight', () => {
    const source = read(
      '2026-03-01 23:59:50 De Awa Diop à Tout le monde : presque demain\n00:00:10 From Luis : ya es mañana\n',
    )
    expect(source.parts.map(({ at, who, about }) => [at, who, about])).toEqual([
      [0, 'Awa Diop', ''],
      [20_000, 'Luis', ''],
    ])
  })

  it('copied from Teams has marks of direction around its times', () => {
    const source = read('[\u200e03/\u200e04/\u200e2026 10:05 PM] Awa Diop\nBonsoir\n\n[10:06 PM] Luis: Hola\n')
    expect(source).toMatchObject({ layout: 'teams', clock: clock('22:05') })
    expect(source.parts.map(({ who, text }) => [who, text])).toEqual([
      ['Awa Diop', 'Bonsoir'],
      ['Luis', 'Hola'],
    ])
  })
})

describe('A list of attendance', () => {
  it('of Zoom sums up who came several times, by their address', () => {
    const source = read(
      `Meeting ID,Topic,Start Time,End Time\n123,"Séance, Afrique",03/01/2026 02:00:00 PM,03/01/2026 04:00:00 PM\n\n` +
        `Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n` +
        `Awa Diop,awa@example.org,03/01/2026 02:03:00 PM,03/01/2026 02:33:00 PM,30,No\n` +
        `Luis,,03/01/2026 02:05:00 PM,03/01/2026 02:25:00 PM,20,Yes\n` +
        `A. Diop,AWA@example.org,03/01/2026 02:40:00 PM,03/01/2026 03:00:00 PM,20,No\n` +
        `,,03/01/2026 02:40:00 PM,03/01/2026 03:00:00 PM,20,No\n`,
    )
    expect(source).toMatchObject({ kind: 'attendance', layout: 'zoom', clock: clock('14:03') })
    expect(source.parts[0]).toMatchObject({ who: 'Awa Diop', at: 0, end: 57 * MINUTE, minutes: 50 })
    expect(source.problems).toEqual([{ line: 8, type: 'NoName' }])
    expect(peopleOfAttendance(source)).toEqual([
      { name: 'Awa Diop', email: 'awa@example.org', minutes: 50, line: 5 },
      { name: 'Luis', email: '', minutes: 20, line: 6 },
    ])
  })

  it('of Teams ends where the next of its tables begins', () => {
    const source = read(
      `1. Summary\nMeeting title\tAtelier\n\n2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n` +
        `Inés Vega\t3/1/26, 2:03:15 PM\t3/1/26, 3:40:17 PM\t1h 37m 2s\tines@example.org\tines@example.org\tPresenter\n\n` +
        `3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\nInés Vega\t3/1/26, 2:03:15 PM\t3/1/26, 3:40:17 PM\t1h 37m 2s\tines@example.org\tPresenter\n`,
    )
    expect(source).toMatchObject({ kind: 'attendance', layout: 'teams' })
    expect(peopleOfAttendance(source)).toEqual([{ name: 'Inés Vega', email: 'ines@example.org', minutes: 97, line: 6 }])
  })

  it('of older Teams has a line for each coming and going', () => {
    const source = read(
      `Full Name\tUser Action\tTimestamp\nNkosi\tJoined\t3/1/2026, 2:00:00 PM\nNkosi\tLeft\t3/1/2026, 2:10:00 PM\nNkosi\tJoined\t3/1/2026, 2:20:00 PM\nNkosi\tLeft\t3/1/2026, 2:25:00 PM\n`,
    )
    expect(source.parts).toHaveLength(1)
    expect(source.parts[0]).toMatchObject({ who: 'Nkosi', minutes: 15, end: 25 * MINUTE })
  })

  it('in French with points-virgules is read as well', () => {
    const source = read(
      `Nom complet;Adresse e-mail;Heure d’arrivée;Heure de départ;Durée (minutes)\nAwa Diop;;14:03;15:00;57\n`,
    )
    expect(peopleOfAttendance(source)).toEqual([{ name: 'Awa Diop', email: '', minutes: 57, line: 2 }])
  })
})

describe('A poll and written questions', () => {
  it('of Zoom has questions before answers, or as names of columns, poll by poll', () => {
    const source = read(
      `Poll Report\nTopic,Atelier\n\n#,User Name,User Email,Submitted Date/Time\n` +
        `1,Awa,awa@example.org,"Mar 1, 2026 14:05:00",Priorité ?,Eau;Air,Rythme ?,Annuel\n2,Luis,,"Mar 1, 2026 14:05:30",Priorité ?,Eau\n\n` +
        `Poll 2\n#,User Name,User Email,Submitted Date/Time,D’accord ?\n1,Awa,awa@example.org,"Mar 1, 2026 14:30:00",Oui\n`,
    )
    expect(source).toMatchObject({ kind: 'poll', layout: 'zoom', clock: clock('14:05') })
    expect(tallyAnswers(source.parts)).toEqual([
      {
        question: 'Priorité ?',
        answers: [
          ['Eau', 2],
          ['Air', 1],
        ],
      },
      { question: 'Rythme ?', answers: [['Annuel', 1]] },
      { question: 'D’accord ?', answers: [['Oui', 1]] },
    ])
  })

  it('of Teams has a column for each question', () => {
    const source = read(
      `ID,Start time,Completion time,Email,Name,Quelle priorité ?\n1,3/1/26 14:00:00,3/1/26 14:01:00,anonymous,Awa,Eau\n`,
    )
    expect(source).toMatchObject({ kind: 'poll', layout: 'teams' })
    expect(source.parts).toMatchObject([{ who: 'Awa', about: 'Quelle priorité ?', text: 'Eau' }])
  })

  it('keeps who asked, who answered, and every answer under its question', () => {
    const source = read(
      `#,Question,Asker Name,Asker Email,Answer(s),Answer Name,Question Time\n` +
        `1,Quand ?,Awa,awa@example.org,En mai,Inés,3/1/2026 14:10:00\n,,,,Ou en juin,Luis,3/1/2026 14:12:00\n2,Où ?,Anonymous Attendee,,,,3/1/2026 14:15:00\n`,
    )
    expect(source.kind).toBe('questions')
    expect(source.parts.map(({ who, text, about }) => [who, text, about])).toEqual([
      ['Awa', 'Quand ?', ''],
      ['Inés', 'En mai', 'Quand ?'],
      ['Luis', 'Ou en juin', 'Quand ?'],
      ['Anonymous Attendee', 'Où ?', ''],
    ])
  })

  it('goes on after a quotation mark that is never closed', () => {
    const source = read(`#,Question,Asker Name\n1,"Quand,Awa\n2,Où ?,Luis\n`.replace('"Quand', '"Quand ?'))
    expect(source.problems).toEqual([{ line: 2, type: 'QuoteNotClosed' }])
    expect(source.parts).toHaveLength(2)
  })
})

describe('A text that is none of these', () => {
  it('is handed in: its paragraphs, without times', () => {
    const source = read('Déclaration de la ville\n\nNous demandons : de l’eau.\n')
    expect(source).toMatchObject({ kind: 'handed-in', layout: 'text', clock: null })
    expect(source.parts.map(({ line, at, text }) => [line, at, text])).toEqual([
      [1, null, 'Déclaration de la ville'],
      [3, null, 'Nous demandons : de l’eau.'],
    ])
  })
})

describe('The clock of the session', () => {
  const source = read('WEBVTT\n\n00:10.000 --> 00:20.000\nun\n\n01:10.000 --> 01:20.000\ndeux\n')

  it('shows a part when it was said, once it is known when the source began', () => {
    expect(timeOnClock(10_000, source, undefined)).toBeNull()
    expect(writeStart(timeOnClock(10_000, source, '14:03') ?? 0)).toBe('14:03:10')
    expect(spanOf(source.parts)).toEqual([10_000, 80_000])
  })

  it('leads from the time of a note to the nearest part, past midnight too', () => {
    expect(nearestPart(source, '14:03', clock('14:04:05'))).toBe(1)
    expect(nearestPart(source, '23:59:30', clock('00:00:45'))).toBe(1)
    expect(nearestPart(source, undefined, clock('14:04:05'))).toBeNull()
  })

  it('is believed when the file has one, until a person says otherwise', () => {
    const chat = read('14:03:10 From Awa to Everyone: a\n14:05:10 From Awa to Everyone: b\n')
    expect(writeStart(timeOnClock(120_000, chat, undefined) ?? 0)).toBe('14:05:10')
    expect(writeStart(timeOnClock(120_000, chat, '09:00') ?? 0)).toBe('09:02:00')
  })
})
