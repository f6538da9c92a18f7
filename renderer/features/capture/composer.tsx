import { type RefObject, useEffect, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '#shared/model/record.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { useLanguage } from '../../state/use-words.ts'
import { clockTime } from '../../state/clock-time.ts'
import { useCanWrite } from '../../state/save.ts'
import { AttachButton } from '../attachments/attach-button.tsx'
import { useGivenFiles } from '../attachments/use-given-files.ts'
import { WaitingFiles } from '../attachments/waiting-files.tsx'
import { dismissFailure, openPicker, type Picker, useCapture } from './capture-store.ts'
import { ChipsLine } from './chips-line.tsx'
import { CommitmentForm } from './commitment-form.tsx'
import { ComposerHints } from './composer-hints.tsx'
import { FoundDraft } from './found-draft.tsx'
import { StanceAndScope } from './stance-scope.tsx'
import { optionId, SuggestionList } from './suggestion-list.tsx'
import { type ComposerActions, useComposer } from './use-composer.ts'
import type { ComposerLists } from './use-grammar.ts'
import { WaitingLines } from './waiting-lines.tsx'
import { leaveCorrection } from './write-line.ts'

export interface ComposerProps {
  lists: ComposerLists
  /** The note being corrected. */
  note: Note | undefined
  lang: string
  actions: ComposerActions
  field: RefObject<HTMLTextAreaElement | null>
  /** Puts a sigil at the caret, so that its list opens. */
  onAsk: (sigil: '@' | '#') => void
  /** Opens a list by hand, over the field. */
  onPick: (picker: Picker) => void
}

function Correcting({ note }: { note: Note }) {
  const { t } = useTranslation('capture')
  const language = useLanguage()
  return (
    <p className="composer-correcting">
      <span>{t('composer.editing', { time: clockTime(note.f.at ?? 0, language) })}</span>
      <Button size="small" keys="Escape" onClick={leaveCorrection}>
        {t('composer.leave')}
      </Button>
    </p>
  )
}

function Field({ lists, actions, field, note, lang }: Omit<ComposerProps, 'onAsk' | 'onPick'>) {
  const { t } = useTranslation(['capture', 'opening'])
  const list = useId()
  const canWrite = useCanWrite()
  const text = useCapture((state) => state.line.text)
  const { suggesting, active, pick, onChange, onKeyDown, onSelect } = useComposer(field, lists, actions)
  const open = suggesting !== null
  return (
    <>
      {open && (
        <SuggestionList
          id={list}
          label={t(`suggest.${suggesting.asks}`)}
          options={suggesting.options}
          active={active}
          onPick={pick}
        />
      )}
      <textarea
        ref={field}
        className="composer-field"
        dir="auto"
        lang={lang}
        rows={2}
        spellCheck={false}
        value={text}
        readOnly={!canWrite}
        placeholder={canWrite ? t('composer.placeholder') : t('opening:readOnly.field')}
        aria-label={t(note ? 'composer.labelEditing' : 'composer.label')}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={open ? list : undefined}
        aria-activedescendant={open && active >= 0 ? optionId(list, active) : undefined}
        onChange={onChange}
        onKeyDown={onKeyDown}
        onSelect={onSelect}
        onBlur={() => openPicker(null)}
      />
      <output className="visually-hidden">
        {open ? t('suggest.count', { count: suggesting.options.length }) : ''}
      </output>
    </>
  )
}

/** Give it a `key` that changes with the session, and when writing becomes possible. Where a note is written: what goes with it, the field, what the speaker thinks of it, the keys. */
export function Composer({ onAsk, onPick, ...props }: ComposerProps) {
  const { field, lists, lang, note } = props
  const failure = useCapture((state) => state.failure)
  // In the middle of a word, when that is where it was left.
  useEffect(() => {
    const { caret } = useCapture.getState()
    field.current?.focus()
    field.current?.setSelectionRange(caret, caret)
  }, [field])
  return (
    <div className="composer" data-correcting={note !== undefined} {...useGivenFiles(note?.id ?? null)}>
      {failure && <FailureNotice failure={failure} onDismiss={dismissFailure} />}
      <WaitingLines />
      {note && <Correcting note={note} />}
      <FoundDraft />
      <WaitingFiles />
      <ChipsLine lists={lists} lang={lang} onAsk={onAsk} onPick={onPick} />
      <Field {...props} />
      <CommitmentForm lists={lists} actions={props.actions} field={field} />
      <StanceAndScope lists={lists} />
      <div className="composer-foot">
        <ComposerHints />
        <AttachButton note={note?.id ?? null} />
      </div>
    </div>
  )
}
