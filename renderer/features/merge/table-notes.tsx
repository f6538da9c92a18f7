import { useTranslation } from 'react-i18next'
import type { TablePreview } from '#shared/contract/table-replies.ts'
import { formatList } from '#shared/i18n/format.ts'
import { labelOf } from '#shared/model/label.ts'
import { MAPPING_TARGETS, type MappingTarget } from '#shared/programme/mapping-target.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useRecords } from '../../state/use-workspace.ts'
import { type Choice, SelectField } from '../../ui/field.tsx'
import { RadioCards } from '../../ui/radio-card.tsx'
import { constantChoice } from './mapping-form.ts'
import { RowErrors } from './row-errors.tsx'
import { MappingFields } from './table-mapping.tsx'
import { TableTaken } from './table-taken.tsx'
import { CREATED, type TableWork, VOICES } from './use-table.ts'

/** Languages that contributions are written in most; the column of languages, when there is one, comes first. */
const LANGUAGES = ['fr', 'en', 'es', 'ar', 'pt', 'ru', 'tr', 'zh'] as const

/** The same axis or the same section for every row, where no column says it. */
function useConstants(): (target: MappingTarget) => readonly Choice[] {
  const { t } = useTranslation('merge')
  const [axes, regions, language] = [useRecords('axis'), useRecords('region'), useLanguage()]
  return (target) => {
    const records = target === 'axis' ? axes : target === 'region' ? regions : []
    return records.map((record) => {
      const label = labelOf(record, language)
      return { value: constantChoice(label), label: t('table.always', { value: label }) }
    })
  }
}

function Voices({ work }: { work: TableWork }) {
  const { t } = useTranslation('merge')
  return (
    <RadioCards
      label={t('table.voices')}
      hint={t('table.voicesHint')}
      value={work.choices.voices}
      choices={VOICES.map((value) => ({
        value,
        title: t(`table.voice.${value}.name`),
        description: t(`table.voice.${value}.text`),
      }))}
      onChange={(voices) => work.change({ voices })}
    />
  )
}

function Creations({ preview, work }: { preview: TablePreview; work: TableWork }) {
  const { t } = useTranslation('merge')
  const language = useLanguage()
  const { create } = work.choices
  const flip = (what: (typeof CREATED)[number]) =>
    work.change({ create: create.includes(what) ? create.filter((one) => one !== what) : [...create, what] })
  return (
    <fieldset className="table-create">
      <legend>{t('table.create')}</legend>
      {CREATED.map((what) => {
        const names = preview.toCreate[what]
        return (
          <label key={what} className="row">
            <input type="checkbox" checked={create.includes(what)} onChange={() => flip(what)} />
            <span>
              {t(`table.created.${what}`)}
              {names.length > 0 && <small> {formatList(names.slice(0, 8), language)}</small>}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}

function Language({ work }: { work: TableWork }) {
  const { t } = useTranslation('merge')
  const names = new Intl.DisplayNames(useLanguage(), { type: 'language' })
  return (
    <SelectField
      label={t('table.lang')}
      hint={t('table.langHint')}
      value={work.choices.lang}
      choices={LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value }))}
      onChange={(lang) => lang !== null && work.change({ lang })}
    />
  )
}

/** What becomes of the rows of a table as notes. */
export function NotesOfTable({ preview, work }: { preview: TablePreview; work: TableWork }) {
  const { t } = useTranslation('import')
  const constants = useConstants()
  return (
    <>
      <MappingFields
        columns={preview.columns}
        targets={MAPPING_TARGETS}
        nameOf={(target) => t(`target.${target}`)}
        constantsOf={constants}
        form={work.choices.form}
        isNeeded={(target) => target === 'text'}
        onMap={work.map}
      />
      <Voices work={work} />
      <Language work={work} />
      <Creations preview={preview} work={work} />
      <RowErrors of="import" errors={preview.errors} />
    </>
  )
}

/** What was taken, and the lines that were not. */
export function NotesTaken({ done }: { done: NonNullable<TableWork['done']> }) {
  const { t } = useTranslation('merge')
  return (
    <>
      <TableTaken
        first={t('table.added', { count: done.added })}
        others={done.alreadyHere > 0 ? t('table.alreadyHere', { count: done.alreadyHere }) : ''}
      />
      <RowErrors of="import" errors={done.errors} />
    </>
  )
}
