/**
 * Help for checks: the violations that axe-core finds in a page, of WCAG 2.2 AA and of its own best
 * practices.
 */
import axe from 'axe-core'
import type { Page } from 'puppeteer'

/** `rule: element | element`, one text for each rule that is broken. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return await page.evaluate(async () => {
    // The cast holds, as axe-core's script above sets `window.axe`.
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.map(({ id, nodes }) => {
      const elements = nodes.slice(0, 3).map(node => node.html.slice(0, 200))
      return `${id} (${nodes.length}): ${elements.join(' | ')}`
    })
  })
}
