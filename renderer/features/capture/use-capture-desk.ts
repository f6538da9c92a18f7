import { useRef } from 'react'
import { isKind, type Note, type Session } from '#shared/model/record.ts'
import { digitOf, useKeys } from '../../app/use-keys.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { useLanguage } from '../../state/use-words.ts'
import { beginEdit, changeLine, openPicker, type Picker, setLine, showFailure, useCapture } from './capture-store.ts'
import { finish } from './commit.ts'
import { typeOver } from './field-text.ts'
import {
  cycleChannel,
  cycleScope,
  cycleSpeaksFor,
  cycleStance,
  isUnquotable,
  channelOfLine,
  type Line,
  togglePosition,
} from './line.ts'
import { lineOfNote } from './line-of-note.ts'
import { nextLanguage, noteLanguage } from './note-language.ts'
import { outsideDialogs } from './outside-dialogs.ts'
import { usualFor } from './labels.ts'
import { saidOf } from './said-line.ts'
import type { ComposerActions } from './use-composer.ts'
import { type ComposerLists, useComposerLists } from './use-grammar.ts'
import { useSessionNotes } from './use-programme.ts'
import { splitAtCaret } from './split-note.ts'
import { useVoiceKeys } from './use-voice-keys.ts'
import { leaveCorrection, writeCorrection, writeNote } from './write-line.ts'

/** The note in the field, when one is being corrected. */
function useEdited(): Note | undefined {
  const { records } = useWorkspace()
  const id = useCapture((state) => state.editing?.note)
  const record = id === undefined ? undefined : records.get(id)
  return record !== undefined && isKind(record, 'note') ? record : undefined
}

const change = (values: (line: Line) => Line) => outsideDialogs(() => changeLine(values))

const nextSpeaksFor = (line: Line, { speakers }: ComposerLists, step: 1 | -1 = 1): Line =>
  line.speaker === null ? line : cycleSpeaksFor(line, usualFor(line, speakers), step)

/** Keys that change what is said of the note, wherever the focus is outside dialogs. */
function useCaptureKeys(
  lists: ComposerLists,
  lang: string,
  own: Record<'speaker' | 'theme' | 'kind' | 'edit', () => void>,
) {
  const language = useLanguage()
  const { lists: offered } = useWorkspace()
  const recent = useCapture((state) => state.recent)
  const languages = [...new Set([...recent, language, 'fr', 'en', 'es'])]
  const takeTurn = (digit: number) => {
    const speaker = lists.speakers.find(({ f }) => f.slot === digit)
    if (speaker !== undefined) setLine({ speaker: speaker.id })
  }
  const takeAxis = (digit: number) => {
    const axis = lists.axes[digit - 1]
    if (axis !== undefined) setLine({ axis: axis.id })
  }
  useKeys('capture', {
    axis: outsideDialogs((event) => takeAxis(digitOf(event))),
    speaker: outsideDialogs((event) => takeTurn(digitOf(event))),
    nobody: outsideDialogs(() => setLine({ speaker: null })),
    otherSpeaker: outsideDialogs(own.speaker),
    speaksFor: change((line) => nextSpeaksFor(line, lists)),
    speaksForBack: change((line) => nextSpeaksFor(line, lists, -1)),
    theme: outsideDialogs(own.theme),
    kind: outsideDialogs(own.kind),
    scope: change((line) => cycleScope(line)),
    scopeBack: change((line) => cycleScope(line, -1)),
    // From what is seen, which the line's own signs may have said.
    stance: change((line) => ({ ...line, stance: cycleStance(saidOf(line, lists)).stance })),
    language: outsideDialogs(() => setLine({ lang: nextLanguage(languages, lang) })),
    languageBack: outsideDialogs(() => setLine({ lang: nextLanguage(languages, lang, -1) })),
    channel: change((line) => cycleChannel(line, offered['channels'] ?? [])),
    channelBack: change((line) => cycleChannel(line, offered['channels'] ?? [], -1)),
    figure: change((line) => ({ ...line, toCheck: !line.toCheck })),
    sensitive: change((line) => ({ ...line, sensitive: !line.sensitive })),
    position: change(togglePosition),
    edit: outsideDialogs(own.edit),
  })
}

/** Everything that the field and the keys act on in one session. */
export function useCaptureDesk(session: Session, addSpeaker: () => void) {
  const { records } = useWorkspace()
  const field = useRef<HTMLTextAreaElement>(null)
  const language = useLanguage()
  const notes = useSessionNotes(session.id)
  const lists = useComposerLists(session.id)
  const note = useEdited()
  const lang = useCapture(({ line }) => noteLanguage(line.text, line.lang, language))
  const context = { records, speakers: lists.speakers, grammar: lists.grammar, lang: language }

  const editNote = (id: string) => {
    const chosen = notes.find((one) => one.id === id)
    if (chosen === undefined) return
    beginEdit(id, lineOfNote(chosen, context))
    field.current?.focus()
  }
  const editLast = () => {
    const last = notes.at(-1)
    if (last !== undefined && useCapture.getState().line.text === '') editNote(last.id)
  }
  const pick = (picker: Picker) => {
    field.current?.focus()
    openPicker(picker)
  }
  const commit = () => {
    field.current?.focus()
    const line = finish(useCapture.getState().line, lists)
    const written = noteLanguage(line.said, line.lang, language)
    if (line.said === '') return
    if (line.axis === null) pick('axis')
    else if (note === undefined && isUnquotable(line))
      showFailure({ type: 'NotQuotable', channel: channelOfLine(line) })
    else if (note === undefined) void writeNote(line, session.id, written)
    else void writeCorrection(note, lineOfNote(note, context), line, written)
  }
  const ask = (sigil: '@' | '#') => {
    const element = field.current
    if (element === null) return
    const at = element.selectionEnd
    const spaced = at > 0 && !/\s/u.test(element.value[at - 1] ?? '')
    typeOver(element, at, at, spaced ? ` ${sigil}` : sigil)
  }
  useCaptureKeys(lists, lang, {
    speaker: addSpeaker,
    theme: () => ask('#'),
    kind: () => pick('kind'),
    edit: editLast,
  })
  const split = () => {
    if (note !== undefined) void splitAtCaret(note, lineOfNote(note, context), lists, language)
  }
  useVoiceKeys(session, field, split)
  const actions: ComposerActions = { commit, editLast, escape: leaveCorrection }
  return { field, notes, lists, note, lang, editNote, ask, pick, actions }
}
