import { chatLayout, readChat } from './chat.ts'
import { part, sourceOf, type SourceRead } from './collect.ts'
import { cueLayout, readCues } from './cues.ts'
import { readReport } from './report.ts'

/** What a text is, by its content: subtitles, a discussion, a report of a call, else a text that was handed in. */
export function readTextSource(given: string): SourceRead {
  const text = given.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const cues = cueLayout(text)
  if (cues !== null) return readCues(text, cues)
  const chat = chatLayout(text)
  if (chat !== null) return readChat(text, chat)
  return readReport(text) ?? paragraphsOf(text)
}

function paragraphsOf(text: string): SourceRead {
  const parts = text
    .split('\n')
    .map((line, index) => part(index + 1, null, '', line.trim()))
    .filter((line) => line.text !== '')
  return sourceOf({ kind: 'handed-in', layout: 'text', problems: [], parts, times: 'from zero' })
}
