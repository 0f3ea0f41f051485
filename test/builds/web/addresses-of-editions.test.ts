/** The addresses of the web edition and of the PDF, which the web edition names if its `site` is known. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { build } from '../../../pipeline/tasks/build.ts'
import { inspectPdf } from '../../../pipeline/tools/pdf/inspect.ts'
import { library } from '../../build-article.ts'
import { printingBrowser } from '../../printer.ts'

let output = ''
beforeEach(() => {
  output = mkdtempSync(join(tmpdir(), 'offprint-files-'))
})
afterEach(() => rmSync(output, { recursive: true }))

const host = {
  ...memoryHost({ '/paper/paper.md': '---\ntitle: Noise\n---\n\nText.\n' }, diskHost),
  write: diskHost.write,
}

it('has its own address, and the address of its PDF once there is one', async () => {
  const site = 'https://x.org/my%20issue//'
  const options = { path: '/paper/paper.md', slug: 'd e', library, formats: ['html'] as const, output, site }
  const addressesOf = async () => {
    const { outputs } = await build(options, host)
    const html = new TextDecoder().decode(outputs.get('d e.html'))
    return ['rel="canonical" href', 'type="application/pdf" href', 'name="citation_pdf_url" content'].map(
      attribute => html.split(`${attribute}="`)[1]?.split('"')[0],
    )
  }
  const folder = 'https://x.org/my%20issue'
  expect(await addressesOf()).toEqual([`${folder}/d%20e.html`, undefined, undefined])
  writeFileSync(join(output, 'd e.pdf'), 'made before')
  expect(await addressesOf()).toEqual([`${folder}/d%20e.html`, `${folder}/d%20e.pdf`, `${folder}/d%20e.pdf`])
})

it('names the PDF of the same build, under the same title', async () => {
  const text = { '/p/p.md': '---\ntitle: Why?\nsubtitle: An answer\n---\n\nText.\n' }
  const { outputs } = await build(
    {
      path: '/p/p.md',
      library,
      formats: ['html', 'pdf'],
      browser: printingBrowser(),
      output: '/nowhere',
      site: 'https://x.org',
    },
    memoryHost(text, diskHost),
  )
  const html = new TextDecoder().decode(outputs.get('p.html'))
  expect(html).toContain('name="citation_pdf_url" content="https://x.org/p.pdf"')
  expect(html).toContain('name="citation_title" content="Why? An answer"')
  expect((await inspectPdf(outputs.get('p.pdf') ?? new Uint8Array())).title).toBe('Why? An answer')
})
