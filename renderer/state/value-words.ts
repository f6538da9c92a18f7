import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/i18n/format.ts'
import { labelOf } from '#shared/model/label.ts'
import { isKind, type Records } from '#shared/model/record.ts'
import type { Value } from '#shared/operation/operation.ts'
import { dayAndTime } from './clock-time.ts'
import { shortLabel } from './record-words.ts'
import { useSomeone } from './someone.ts'
import { useLanguage, useListWords } from './use-words.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const REF = /^[A-Za-z0-9_-]{22}$/

/** Fields whose values are keys of a list, with the list; `state` depends on the kind. */
const LISTS: Readonly<Record<string, string>> = {
  noteKind: 'noteKind',
  stance: 'stance',
  channel: 'channel',
  scope: 'scope',
  quoteState: 'quoteState',
  recommendationClass: 'recommendationClass',
  category: 'category',
  gender: 'gender',
  mode: 'mode',
  scale: 'scale',
  speaksFor: 'speaksFor',
  judgement: 'judgement',
}

/** The name of a field as a person knows it: « Texte », « Thème eau ». */
export function useFieldWords(records: Records): (field: string) => string {
  const { t, i18n } = useTranslation('review')
  const language = useLanguage()
  return (field) => {
    const [base = field, member] = field.split(':')
    const name = i18n.exists(`review:field.${base}`) ? t(`field.${base}` as 'field.text') : base
    const record = member === undefined ? undefined : records.get(member)
    const detail = record === undefined ? member : shortLabel(record, language)
    return detail === undefined ? name : t('field.member', { name, detail })
  }
}

/** A value in words, whatever its field: a day, a key of a list, the label of another record. */
export function useValueWords(records: Records): (kind: string, field: string, value: Value | undefined) => string {
  const { t } = useTranslation('review')
  const [language, words, someone] = [useLanguage(), useListWords(), useSomeone()]
  const ofRecord = (id: string): string => {
    const record = records.get(id)
    if (record === undefined) return t('value.elsewhere')
    if (isKind(record, 'voice') || isKind(record, 'speaker')) return someone(record).join(', ')
    const name = record.f['name']
    return typeof name === 'string' ? name : labelOf(record, language)
  }
  const ofText = (kind: string, field: string, value: string): string => {
    const list = LISTS[field]
    if (list !== undefined) return words(list, value)
    if (field === 'state') return words(kind === 'synthesis' ? 'synthesisState' : 'consultationState', value)
    if (DAY.test(value)) return formatDay(value, language)
    return REF.test(value) ? ofRecord(value) : value
  }
  return (kind, field, value) => {
    if (value === null || value === undefined || value === '') return t('value.none')
    if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no')
    if (field === 'level' || field === 'promised') return words('level', `${String(value)}.name`)
    if (field === 'at') return dayAndTime(Number(value), language)
    return typeof value === 'string' ? ofText(kind, field, value) : String(value)
  }
}
