import { create } from 'zustand'
import type { AnyFailure } from '../../state/edits.ts'
import { keepLanguages, keepLine, keepSession, readLanguages, readLine, readSession } from './kept-line.ts'
import { emptyLine, type Line, nextLine, putBack } from './line.ts'

/** A list opened by hand, over the field. */
export type Picker = 'kind' | 'axis'

interface CaptureState {
  readonly consultation: string
  readonly session: string | null
  readonly line: Line
  /** The note being corrected in the field, and the line it put aside. */
  readonly editing: { readonly note: string; readonly aside: Line } | null
  /** Lines on their way to the disk. */
  readonly sent: readonly Line[]
  readonly failure: AnyFailure | null
  readonly picker: Picker | null
  readonly recent: readonly string[]
}

/** What the capture screen holds while it is shown, and finds again when it comes back. */
export const useCapture = create<CaptureState>()(() => ({
  consultation: '',
  session: null,
  line: emptyLine,
  editing: null,
  sent: [],
  failure: null,
  picker: null,
  recent: readLanguages(),
}))

const { getState, setState, subscribe } = useCapture

subscribe(({ session, line, editing, sent }) => {
  if (session === null) return
  const own = editing === null ? line : editing.aside
  keepLine(
    session,
    sent.reduceRight((since, one) => putBack(one, since), own),
  )
})

/** Shows a process: the session it was left on, and the line that was being written there. */
export function showConsultation(consultation: string): void {
  if (getState().consultation === consultation) return
  const session = readSession(consultation)
  setState({
    consultation,
    session,
    line: session === null ? emptyLine : readLine(session),
    editing: null,
    failure: null,
  })
}

/** Goes to a session; what was half written in the former one waits there. */
export function showSession(session: string, axis: string | null): void {
  const { consultation, session: former } = getState()
  if (former === session) return
  const line = readLine(session)
  setState({ session, line: { ...line, axis: line.axis ?? axis }, editing: null, failure: null })
  keepSession(consultation, session)
}

export const changeLine = (change: (line: Line) => Line): void => setState(({ line }) => ({ line: change(line) }))

export const setLine = (values: Partial<Line>): void => changeLine((line) => ({ ...line, ...values }))

export const openPicker = (picker: Picker | null): void => setState({ picker })

export const dismissFailure = (): void => setState({ failure: null })

/** Chooses the language of the note; `null` leaves it to the script. */
export function chooseLanguage(lang: string | null): void {
  const recent = lang === null ? getState().recent : [lang, ...getState().recent.filter((other) => other !== lang)]
  keepLanguages(recent.slice(0, 4))
  setState(({ line }) => ({ line: { ...line, lang }, recent: recent.slice(0, 4) }))
}

/** Puts a note into the field; the line being written waits. */
export const beginEdit = (note: string, line: Line): void =>
  setState(({ editing, line: own }) => ({
    editing: { note, aside: editing?.aside ?? own },
    line,
    failure: null,
    picker: null,
  }))

/** Back to the line that waited; nothing to leave when no note is being corrected. */
export const leaveEdit = (): void =>
  setState(({ editing }) => (editing === null ? {} : { editing: null, line: editing.aside, failure: null }))

/** The field is free at once; `line` is kept until the disk has it. */
export const sendLine = (line: Line): void =>
  setState(({ sent }) => ({ line: nextLine(line), sent: [...sent, line], failure: null }))

export const lineWritten = (line: Line): void =>
  setState(({ sent }) => ({ sent: sent.filter((other) => other !== line) }))

/** The words come back into the field, before whatever was typed since. */
export const lineRefused = (refused: Line, failure: AnyFailure): void =>
  setState(({ line, editing, sent }) => ({
    sent: sent.filter((other) => other !== refused),
    failure,
    ...(editing === null
      ? { line: putBack(refused, line) }
      : { editing: { ...editing, aside: putBack(refused, editing.aside) } }),
  }))

export const showFailure = (failure: AnyFailure): void => setState({ failure })
