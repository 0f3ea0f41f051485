/** The button at code copies the code as it was written, without numbers of lines. */
import { expect, it } from 'vitest'
import { readEdition } from './read-edition.ts'

const reading = readEdition({
  'article.md': `---
title: Pumps
lang: en
---

\`\`\` {.python .numberLines}
def depth(x):
    """Depth of
    the well."""
    return x * 2
\`\`\`
`,
})

it('is copied whole', async () => {
  await reading({ width: 1280 }, async page => {
    await page.evaluate(() => {
      const writeText = async (text: string) => {
        document.body.dataset.written = text
      }
      Object.defineProperty(navigator, 'clipboard', { value: { writeText } })
    })
    await page.click('.code-box > .copy')
    await page.waitForFunction(
      () => document.querySelector('.code-box [role=status]')?.textContent === 'Copied',
    )
    expect(await page.evaluate(() => document.body.dataset.written)).toBe(
      'def depth(x):\n    """Depth of\n    the well."""\n    return x * 2',
    )
  })
})
