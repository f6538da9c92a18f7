import { useTranslation } from 'react-i18next'
import type { Conflict } from '#shared/merge/plan-merge.ts'
import type { AnyRecord, Records } from '#shared/model/record.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { useFieldWords } from '../../state/value-words.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { choose, chooseAll, type ConflictCase, keyOf, versionsOf } from './conflict-cases.ts'
import { ConflictValue } from './conflict-value.tsx'
import { setChoices, useMerge } from './merge-store.ts'

export interface ConflictCardProps {
  conflict: ConflictCase
  record: AnyRecord | undefined
  records: Records
}

/** What the versions are called: ours and the file's, or only their numbers where this computer has several. */
function useVersionNames({ fields }: ConflictCase): readonly string[] {
  const { t } = useTranslation('merge')
  const count = Math.max(...fields.map((field) => versionsOf(field).length))
  const isOurs = fields.every(({ ours }) => ours !== undefined)
  return Array.from({ length: count }, (_, index) => {
    if (!isOurs) return t('conflict.version', { number: index + 1 })
    if (index === 0) return t('conflict.here')
    return count === 2 ? t('conflict.file') : t('conflict.files', { number: index })
  })
}

const languageOf = (record: AnyRecord | undefined, field: string): string | undefined => {
  const lang = record?.f[field === 'translation' ? 'translationLang' : 'lang']
  return typeof lang === 'string' ? lang : undefined
}

function FieldRow({
  conflict,
  record,
  records,
  names,
}: { conflict: Conflict; names: readonly string[] } & Pick<ConflictCardProps, 'record' | 'records'>) {
  const nameOf = useFieldWords(records)
  const chosen = useMerge((state) => state.choices.get(keyOf(conflict)))
  const versions = versionsOf(conflict)
  return (
    <tr>
      {names.map((name, index) => (
        <td key={name} data-chosen={chosen === index}>
          <small>{nameOf(conflict.field)}</small>
          {index < versions.length && (
            <ConflictValue
              kind={conflict.kind}
              field={conflict.field}
              value={versions[index]}
              other={versions[index === 0 ? 1 : 0]}
              records={records}
              lang={languageOf(record, conflict.field)}
            />
          )}
        </td>
      ))}
    </tr>
  )
}

function FieldChoice({ conflict, names, records }: { conflict: Conflict; names: readonly string[]; records: Records }) {
  const { t } = useTranslation('merge')
  const nameOf = useFieldWords(records)
  const chosen = useMerge((state) => state.choices.get(keyOf(conflict)))
  const versions = versionsOf(conflict)
  return (
    <Segmented
      label={nameOf(conflict.field)}
      labelled
      value={chosen === undefined ? 'all' : String(chosen)}
      segments={[
        ...versions.map((_, index) => ({ value: String(index), label: names[index] ?? '' })),
        { value: 'all', label: t('conflict.both') },
      ]}
      onChange={(value) => setChoices((choices) => choose(choices, conflict, value === 'all' ? null : Number(value)))}
    />
  )
}

const BUTTON_KEYS = [KEYMAP.merge.keepHere, KEYMAP.merge.takeFile]

/** Both sides of one record, field by field, and the three answers. */
export function ConflictCard({ conflict, record, records }: ConflictCardProps) {
  const { t } = useTranslation('merge')
  const names = useVersionNames(conflict)
  const isOurs = conflict.fields.every(({ ours }) => ours !== undefined)
  const answers = isOurs && names.length === 2 ? [t('conflict.keepHere'), t('conflict.takeFile')] : names
  return (
    <>
      <table className="conflict-card" aria-label={t('conflict.table')}>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {conflict.fields.map((field) => (
            <FieldRow key={field.field} conflict={field} record={record} records={records} names={names} />
          ))}
          <tr>
            {answers.map((answer, index) => (
              <td key={answer}>
                <Button
                  {...(BUTTON_KEYS[index] === undefined ? {} : { keys: BUTTON_KEYS[index] })}
                  onClick={() => setChoices((choices) => chooseAll(choices, conflict, index))}
                >
                  {answer}
                </Button>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <div className="row conflict-both">
        <Button
          size="small"
          keys={KEYMAP.merge.keepBoth}
          onClick={() => setChoices((choices) => chooseAll(choices, conflict, null))}
        >
          {t('conflict.leaveBoth')}
        </Button>
      </div>
      <div className="conflict-fields">
        <small>{t('conflict.byField')}</small>
        {conflict.fields.map((field) => (
          <FieldChoice key={field.field} conflict={field} names={names} records={records} />
        ))}
      </div>
    </>
  )
}
