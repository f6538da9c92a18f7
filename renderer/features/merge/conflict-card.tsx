import { useTranslation } from 'react-i18next'
import type { Conflict } from '#shared/merge/plan-merge.ts'
import type { AnyRecord, Records } from '#shared/model/record.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { useFieldWords } from '../../state/value-words.ts'
import { Button } from '../../ui/button.tsx'
import {
  beginThird,
  chooseAll,
  type Choices,
  type ConflictCase,
  isWritten,
  keyOf,
  versionsOf,
} from './conflict-cases.ts'
import { ConflictValue } from './conflict-value.tsx'
import { FieldChoice, ThirdVersion } from './field-choice.tsx'
import type { Origins } from './use-origins.ts'
import { useVersionNames, VersionHeads } from './version-heads.tsx'

export interface ConflictCardProps {
  conflict: ConflictCase
  record: AnyRecord | undefined
  records: Records
  origins: Origins
  choices: Choices
  onChoices: (change: (choices: Choices) => Choices) => void
}

export const languageOf = (record: AnyRecord | undefined, field: string): string | undefined => {
  const lang = record?.f[field === 'translation' ? 'translationLang' : 'lang']
  return typeof lang === 'string' ? lang : undefined
}

type FieldRowProps = Omit<ConflictCardProps, 'conflict' | 'onChoices'> & {
  conflict: Conflict
  names: readonly string[]
}

function FieldRow({ conflict, record, records, origins, choices, names }: FieldRowProps) {
  const nameOf = useFieldWords(records)
  const chosen = choices.get(keyOf(conflict))
  const versions = versionsOf(conflict)
  return (
    <tr>
      {names.map((name, index) => (
        <td key={name} data-chosen={chosen === index}>
          <small>{nameOf(conflict.field)}</small>
          {index < versions.length && (
            <ConflictValue
              conflict={conflict}
              value={versions[index]}
              other={versions[index === 0 ? 1 : 0]}
              base={origins.get(keyOf(conflict))?.base?.value}
              records={records}
              lang={languageOf(record, conflict.field)}
            />
          )}
        </td>
      ))}
    </tr>
  )
}

const BUTTON_KEYS = [KEYMAP.merge.keepHere, KEYMAP.merge.takeFile]

function Answers({
  conflict,
  names,
  onChoices,
}: Pick<ConflictCardProps, 'conflict' | 'onChoices'> & { names: readonly string[] }) {
  const { t } = useTranslation('merge')
  const isOurs = conflict.fields.every(({ ours }) => ours !== undefined)
  const answers = isOurs && names.length === 2 ? [t('conflict.keepHere'), t('conflict.takeFile')] : names
  return (
    <tr>
      {answers.map((answer, index) => (
        <td key={answer}>
          <Button
            {...(BUTTON_KEYS[index] === undefined ? {} : { keys: BUTTON_KEYS[index] })}
            onClick={() => onChoices((choices) => chooseAll(choices, conflict, index))}
          >
            {answer}
          </Button>
        </td>
      ))}
    </tr>
  )
}

/** All sides of one record, field by field, and the four answers. */
export function ConflictCard(props: ConflictCardProps) {
  const { conflict, records, origins, choices, onChoices } = props
  const { t } = useTranslation(['merge', 'settling'])
  const names = useVersionNames(conflict)
  const written = conflict.fields.find(isWritten)
  return (
    <>
      <table className="conflict-card" aria-label={t('conflict.table')}>
        <VersionHeads conflict={conflict} names={names} origins={origins} />
        <tbody>
          {conflict.fields.map((field) => (
            <FieldRow key={field.field} {...props} conflict={field} names={names} />
          ))}
          <Answers conflict={conflict} names={names} onChoices={onChoices} />
        </tbody>
      </table>
      <div className="row conflict-both">
        <Button
          size="small"
          keys={KEYMAP.merge.keepBoth}
          onClick={() => onChoices((known) => chooseAll(known, conflict, null))}
        >
          {t('conflict.leaveBoth')}
        </Button>
        {written && (
          <Button
            size="small"
            keys={KEYMAP.merge.editThird}
            onClick={() => onChoices((known) => beginThird(known, written))}
          >
            {t('settling:third.write')}
          </Button>
        )}
      </div>
      <div className="conflict-fields">
        <small>{t('conflict.byField')}</small>
        {conflict.fields.map((field) => (
          <FieldChoice key={field.field} {...{ names, records, choices, onChoices }} conflict={field} />
        ))}
      </div>
      {conflict.fields.map((field) => (
        <ThirdVersion key={field.field} {...{ records, choices, onChoices }} conflict={field} />
      ))}
    </>
  )
}
