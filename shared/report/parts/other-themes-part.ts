import { label } from '../attribution.ts'
import type { AxisReport } from '../axis-report.ts'
import { numbered, section } from '../blocks.ts'
import { noteLinks } from '../note-links.ts'
import { run, type Block, type Runs } from '../outline.ts'
import { organisationsOf } from '../people.ts'
import type { ReportContext } from '../report-context.ts'
import { notesOn } from '../statements.ts'

/** One paragraph for the themes that no statement or divergence takes up. */
export function otherThemesPart(context: ReportContext, report: AxisReport): readonly Block[] {
  const { t } = context
  const themes = report.others
  if (themes.length === 0) return []
  const items = themes.flatMap((theme, index) => item(context, report, theme, index === themes.length - 1))
  return section(2, t('document:themes.other'), [numbered([run(t('document:themes.lead')), ...items])])
}

function item(context: ReportContext, { axis }: AxisReport, theme: string, isLast: boolean): Runs {
  const { t } = context
  const notes = notesOn(context, axis, [theme])
  const organisations = t('document:count.organisations', { count: organisationsOf(notes) })
  const words = t('document:themes.item', { theme: label(context, theme), organisations })
  return [run(` ${words}`), ...noteLinks(context, notes), run(isLast ? '.' : t('document:themes.separator'))]
}
