import { create } from 'zustand'
import type { AnyFailure } from '../../state/edits.ts'
import { foundAt } from '../../state/drafts.ts'
import { type OpenWorkspace, usePage } from '../../state/workspace-store.ts'
import { keepLine, keepSession, keyOfLine, readLine, readPlace, readSticking, type SentLine } from './kept-line.ts'
import { emptyLine, giveFloor, isBlank, kindOfLine, type Line, nextLine, putBack } from './line.ts'

/** A list opened by hand, over the field. */
export type Picker = 'kind' | 'axis'

interface CaptureState {
  readonly consultation: string
  readonly session: string | null
  readonly line: Line
  /** Where the caret is in the field. */
  readonly caret: number
  /** The note being corrected in the field, and the line it put aside. */
  readonly editing: { readonly note: string; readonly aside: Line } | null
  /** Lines on their way to the disk. */
  readonly sent: readonly SentLine[]
  readonly failure: AnyFailure | null
  readonly picker: Picker | null
  readonly recent: readonly string[]
  /** When the line that opening found was kept; null once the person has seen it, or typed on. */
  readonly foundAt: number | null
}

/** What the capture screen holds while it is shown, and finds again when it comes back. */
export const useCapture = create<CaptureState>()(() => ({
  consultation: '',
  session: null,
  line: emptyLine,
  caret: 0,
  editing: null,
  sent: [],
  failure: null,
  picker: null,
  recent: [],
  foundAt: null,
}))

const { getState, setState, subscribe } = useCapture

/** The line that is the session's own, even while a note is being corrected in the field. */
const ownLine = ({ line, editing }: CaptureState): Line => editing?.aside ?? line

const sticking = (state: CaptureState): string =>
  JSON.stringify([state.session, nextLine(ownLine(state)), state.recent])

subscribe((state, former) => {
  const { session, line, caret, editing, sent } = state
  if (session === null) return
  if (session === former.session) {
    const corrected = editing === null ? null : { note: editing.note, line }
    keepLine(session, { line: ownLine(state), caret, editing: corrected }, sent)
  }
  if (sticking(state) !== sticking(former)) keepSession(session, ownLine(state), state.recent)
})

/** What a session's field holds: the draft that was left in it, else what sticks from its last note. */
function fieldOf(session: string) {
  const kept = readLine(session, usePage.getState().workspace?.records ?? new Map())
  if (kept === null) return { line: readSticking(session), caret: 0, editing: null }
  const { line, caret, editing } = kept
  if (editing === null) return { line, caret, editing }
  return { line: editing.line, caret, editing: { note: editing.note, aside: line } }
}

/** Shows a process: the session it was left on, and the line that was being written there. */
function showConsultation(consultation: string): void {
  const { session, languages: recent } = readPlace()
  const field = session === null ? { line: emptyLine, caret: 0, editing: null } : fieldOf(session)
  const found = session === null ? null : foundAt(keyOfLine(session))
  setState({ consultation, session, ...field, sent: [], failure: null, recent, foundAt: found })
}

function follow(workspace: OpenWorkspace | null): void {
  if (workspace !== null) showConsultation(workspace.consultation)
}
// Before any of it is drawn: the field takes the focus and the caret as it comes.
follow(usePage.getState().workspace)
usePage.subscribe(({ workspace }, former) => {
  if (workspace?.drafts !== former.workspace?.drafts) follow(workspace)
})

/** Goes to a session; what was half written in the former one waits there. */
export function showSession(session: string, axis: string | null): void {
  if (getState().session === session) return
  const { line, ...field } = fieldOf(session)
  // Positions are taken while one argues: who comes back later begins something else.
  const left = isBlank(line) ? { divergence: null, positionOf: null } : {}
  setState({ session, ...field, line: { ...line, ...left, axis: line.axis ?? axis }, failure: null, foundAt: null })
}

/** Empties the field of a draft that opening found; gives what puts it back. */
export function throwDraftAway(): () => void {
  const { line, caret, editing, foundAt } = getState()
  setState({ line: nextLine(line), caret: 0, editing: null, foundAt: null })
  return () => setState({ line, caret, editing, foundAt })
}

export const moveCaret = (caret: number): void => setState({ caret })

export const changeLine = (change: (line: Line) => Line): void => setState(({ line }) => ({ line: change(line) }))

export const setLine = ({ speaker, ...values }: Partial<Line>): void =>
  changeLine((line) => ({ ...(speaker === undefined ? line : giveFloor(line, speaker, Date.now())), ...values }))

export const openPicker = (picker: Picker | null): void => setState({ picker })

export const dismissFailure = (): void => setState({ failure: null })

/** Chooses the language of the note; `null` leaves it to the script. */
export function chooseLanguage(lang: string | null): void {
  const recent = lang === null ? getState().recent : [lang, ...getState().recent.filter((other) => other !== lang)]
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

/** The line after one that was handed over: whoever spoke still does, and a divergence may be followed by positions. */
const lineAfter = ({ note, line }: SentLine): Line => ({
  ...nextLine(line),
  heardAt: Date.now(),
  ...(kindOfLine(line) === 'divergence' ? { divergence: note } : {}),
})

/** The field is free at once; the line is kept until the disk has the note. */
export const sendLine = (one: SentLine): void =>
  setState(({ sent }) => ({ line: lineAfter(one), sent: [...sent, one], failure: null, foundAt: null }))

export const lineWritten = (note: string): void =>
  setState(({ sent }) => ({ sent: sent.filter((other) => other.note !== note) }))

/** The words come back into the field of their session, before whatever was typed since. */
export function lineRefused(refused: SentLine, failure: AnyFailure | null): void {
  lineWritten(refused.note)
  const { session, editing } = getState()
  if (session !== refused.session) {
    const { line, caret } = fieldOf(refused.session)
    return keepLine(refused.session, { line: putBack(refused.line, line), caret, editing: null }, getState().sent)
  }
  if (editing === null) setState(({ line }) => ({ failure, line: putBack(refused.line, line) }))
  else setState({ failure, editing: { ...editing, aside: putBack(refused.line, editing.aside) } })
}

export const showFailure = (failure: AnyFailure): void => setState({ failure })
