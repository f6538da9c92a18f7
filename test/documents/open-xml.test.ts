import validate from '@ooxml-tools/validate'
import { describe, expect, it } from 'vitest'
import { mergeReportOutline } from '#shared/merge/merge-report-outline.ts'
import { writeForm } from '#node/form/write-form.ts'
import { aTemplate } from '../electron/form/a-template.ts'
import { wordOf } from '../electron/report/word-samples.ts'
import { aMergeReport, aMergeReportHead } from './sample-merge-report.ts'
import { longOutline, sampleOutline } from './sample-outline.ts'

/** The validator starts a run-time of its own the first time. */
const VALIDATING_MS = 120_000

describe('Word’s own schemas', () => {
  it.each([
    ['a report that holds every kind of block', sampleOutline()],
    ['a report with a long annex', longOutline(520)],
    ['the report of a merge', mergeReportOutline(aMergeReport, aMergeReportHead)],
  ])(
    'find no error in %s',
    async (_, outline) => {
      const errors = await validate(new Uint8Array(await wordOf(outline)), 'docx', 'Microsoft365')
      expect(errors.map(({ description, path }) => `${description} ${path.partUri} ${path.xpath}`)).toEqual([])
    },
    VALIDATING_MS,
  )

  it(
    'find no error in a form to fill in',
    async () => {
      const { consultation, records } = aTemplate('001')
      const { bytes } = await writeForm({ as: 'docx', lang: 'es', date: '2021-05-07', consultation, records })
      expect(await validate(new Uint8Array(bytes), 'docx', 'Microsoft365')).toEqual([])
    },
    VALIDATING_MS,
  )

  it(
    'find no error in its workbook',
    async () => {
      const { consultation, records } = aTemplate('001')
      const { bytes } = await writeForm({ as: 'xlsx', lang: 'fr', date: '2021-05-07', consultation, records })
      expect(await validate(new Uint8Array(bytes), 'xlsx', 'Microsoft365')).toEqual([])
    },
    VALIDATING_MS,
  )
})
