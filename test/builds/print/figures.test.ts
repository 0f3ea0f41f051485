/** Figures on pages that have no picture, or code in place of pictures. */
import { expect, it } from 'vitest'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { build } from '../../../pipeline/index.ts'
import { library } from '../../build-article.ts'
import { printingBrowser } from '../../printer.ts'

const address = `https://example.org/${'a'.repeat(60)}/${'b'.repeat(60)}.png`

it('the address of a missing image stays in its column', async () => {
  const text = `---\ntitle: T\n---\n\nSee @fig-a.\n\n![A picture](${address}){#fig-a}\n\nAfter it.\n`
  const host = memoryHost({ '/paper/article.md': text }, diskHost)
  const options = { path: '/paper/article.md', style: 'transactions', library, output: '/out' } as const
  const { files } = await build({ ...options, formats: ['pdf'], browser: printingBrowser() }, host)
  expect(messageLines(files, '/paper').join('\n')).toMatch(/image/i)
  expect(messageLines(files, '/paper').join('\n')).not.toMatch(/box-overflow/)
}, 60_000)
