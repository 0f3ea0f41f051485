/** Titles of the outline, of headings that Chromium broke into lines. */
import { expect, it } from 'vitest'
import { finishPdf } from '../../../pipeline/tools/pdf/finish.ts'
import { inspectPdf } from '../../../pipeline/tools/pdf/inspect.ts'
import { printingBrowser } from '../../printer.ts'

const metadata = { title: 'T', authors: [], language: 'en', producer: 'Offprint' }

it('has the spaces at which headings are broken', async () => {
  const browser = await printingBrowser()
  const page = await browser.open(
    '<!doctype html><title>T</title><h1 style="width: 9em">Storage from throughflow: Été, what we know</h1>' +
      '<h2 style="width: 4em">A long way (and back)</h2><h3>Not in the list</h3>',
  )
  const printed = await page.print()
  await page.close()
  const before = (await inspectPdf(printed)).outline
  expect(before.join(' ')).not.toContain('Storage from throughflow: Été, what we know')
  const headings = ['Storage from throughflow:\n Été, what we know', 'A long way (and back)']
  const { bytes } = await finishPdf(printed, metadata, { headings })
  expect((await inspectPdf(bytes)).outline).toEqual([
    'Storage from throughflow: Été, what we know',
    'A long way (and back)',
    'Not in the list',
  ])
})
