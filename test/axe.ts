import type { Page } from '@playwright/test'
import axe from 'axe-core'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface AxeAnswer {
  violations: { id: string; nodes: { html: string }[] }[]
}

/** What axe finds wrong in the page as it is now, one line each; `rules`: those to be judged, else all of ours. */
export async function violationsIn(page: Page, rules: readonly string[] = RULES): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: { run: (root: Document, options: object) => Promise<AxeAnswer> } }
    const answer = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] })
    return answer.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
  }, rules)
}
