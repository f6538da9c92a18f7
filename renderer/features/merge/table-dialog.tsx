import { IconCircleCheck, IconTable } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TablePreview } from '#shared/contract/table-replies.ts'
import { formatList } from '#shared/i18n/format.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import { RadioCards } from '../../ui/radio-card.tsx'
import { RowErrors } from './row-errors.tsx'
import { TableFailure } from './table-failure.tsx'
import { MappingFields, TableSample } from './table-mapping.tsx'
import { CREATED, type TableWork, useTable, VOICES } from './use-table.ts'

/** Languages that contributions are written in most; the column of languages, when there is one, comes first. */
const LANGUAGES = ['fr', 'en', 'es', 'ar', 'pt', 'ru', 'tr', 'zh'] as const

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

function Chosen({ work }: { work: TableWork }) {
  const { t } = useTranslation('merge')
  const { file, preview, done, failure } = work
  if (done !== null)
    return (
      <>
        <output className="merge-note ok">
          <IconCircleCheck size={20} aria-hidden />
          <span>
            <b>{t('table.added', { count: done.added })}</b>{' '}
            {done.alreadyHere > 0 && t('table.alreadyHere', { count: done.alreadyHere })}
          </span>
        </output>
        <RowErrors errors={done.errors} />
      </>
    )
  return (
    <>
      {failure && <TableFailure failure={failure} />}
      {preview === null ? (
        <p>{t('table.explain')}</p>
      ) : (
        <>
          <p>
            <b>
              <bdi>{file?.name}</bdi>
            </b>{' '}
            {t('table.rows', { count: preview.rows })} {t('table.notes', { count: preview.notes })}
          </p>
          <TableSample preview={preview} />
          <MappingFields preview={preview} work={work} />
          <Voices work={work} />
          <Language work={work} />
          <Creations preview={preview} work={work} />
          <RowErrors errors={preview.errors} />
        </>
      )}
    </>
  )
}

/** Notes from a spreadsheet: what each column becomes, what is created, which lines are refused. */
export function TableDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['merge', 'common'])
  const work = useTable()
  const { preview, choices, done } = work
  const isReady = preview !== null && choices.form.text !== undefined && preview.notes > 0
  return (
    <Dialog
      opened
      size="xl"
      title={t('table.title')}
      onClose={onClose}
      actions={
        done === null ? (
          <>
            <Button icon={<IconTable size={16} aria-hidden />} onClick={() => void work.choose()}>
              {t(work.file === null ? 'table.choose' : 'table.chooseOther')}
            </Button>
            <Button onClick={onClose}>{t('common:cancel')}</Button>
            <Button look="primary" disabled={!isReady} onClick={() => void work.take()}>
              {isReady ? t('table.take', { count: preview.notes }) : t('table.takeNone')}
            </Button>
          </>
        ) : (
          <Button look="primary" onClick={onClose}>
            {t('common:close')}
          </Button>
        )
      }
    >
      <div className="stack">
        <Chosen work={work} />
      </div>
    </Dialog>
  )
}
