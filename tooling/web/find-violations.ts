/** Test help: what axe-core finds wrong with a page, WCAG 2.2 AA and its own good practice. */
import axe from 'axe-core'
import type { Page } from 'puppeteer'

/** `rule: element | element`, one text for each rule that is broken. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return await page.evaluate(async () => {
    // The script above puts it there.
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.map(({ id, nodes }) => {
      const elements = nodes.slice(0, 3).map(node => node.html.slice(0, 200))
      return `${id} (${nodes.length}): ${elements.join(' | ')}`
    })
  })
}
