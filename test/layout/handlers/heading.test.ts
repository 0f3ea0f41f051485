/** Headings: levels, numbers, language. */
import { expect, it } from 'vitest'
import { bodyHtml } from '../body-html.ts'

it('begins with h2, whatever the highest level of the text is', async () => {
  const html = await bodyHtml('## A {#a}\n\nText.\n\n### B {lang=de}\n\nText.')
  expect(html).toContain('<h2 id="a"><span class="heading-number">1</span> A</h2>')
  expect(html).toMatch(
    /<h3 id="b" lang="de" dir="ltr"[^>]*><span class="heading-number">1\.1<\/span> B<\/h3>/,
  )
})

it('has no level below h6', async () => {
  expect(await bodyHtml('# A\n\n###### Six\n\nText.')).toMatch(/<h6 id="six".* Six<\/h6>/)
})

it('runs into the text at the levels that the journal names', async () => {
  const html = await bodyHtml('# A\n\n## B\n\n### C\n\nText.')
  expect(html).not.toMatch(/<h[23] [^>]*run-in/)
  expect(html).toContain('<h4 id="c" class="run-in">')
})
