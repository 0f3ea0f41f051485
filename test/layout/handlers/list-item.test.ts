/** Items of lists: boxes of tasks and wishes for the line breaker. */
import { expect, it } from 'vitest'
import { bodyHtml } from '../body-html.ts'

it.each([
  ['tight', '- [ ] open\n- [x] done', '', ''],
  ['loose', '- [ ] open\n\n- [x] done', '\n<p>', '</p>\n'],
])('has the box of a task as a character in a %s list', async (_, source, before, after) => {
  const html = await bodyHtml(source)
  expect(html).toContain(`${before}<span class="task-box">☐</span> open${after}</li>`)
  expect(html).toContain(`${before}<span class="task-box">☒</span> done${after}</li>`)
  expect(html).not.toContain('<input')
})

it('carries the looseness of its paragraph only in a tight list', async () => {
  expect(await bodyHtml('- a {looseness=-1}\n- b')).toContain('<li data-looseness="-1">a</li>\n<li>b</li>')
  expect(await bodyHtml('- a {looseness=-1}\n\n- b')).toContain('<li>\n<p data-looseness="-1">a</p>\n</li>')
})
