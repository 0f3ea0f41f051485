/** Large images as files beside the web page. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { build } from '../../pipeline/tasks/build.ts'
import { encodePng } from '../../pipeline/tools/pictures/encode-png.ts'
import { launchReader, openEdition } from '../../tooling/web/reader-browser.ts'
import { library } from '../build-article.ts'

let output = ''
beforeEach(() => {
  output = mkdtempSync(join(tmpdir(), 'offprint-files-'))
})
afterEach(() => rmSync(output, { recursive: true }))

/** Noise, which cannot be compressed. */
function photograph(size: number): Uint8Array {
  let seed = 1
  const data = Uint8Array.from({ length: size * size * 3 }, () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed & 255
  })
  return encodePng({ width: size, height: size, channels: 3, data })
}

const paper = {
  '/paper/paper.md': `---
title: Noise
---

![Large.](<figures/Ein Foto.png>)

![Large too.](ein-foto.png)

![Small.](small.png)
`,
  '/paper/figures/Ein Foto.png': photograph(300),
  '/paper/ein-foto.png': photograph(250),
  '/paper/small.png': photograph(10),
}
const host = { ...memoryHost(paper, diskHost), write: diskHost.write }

it('large images are files beside the page on request, and are shown', async () => {
  const options = { path: '/paper/paper.md', library, formats: ['html'] as const, output }
  const { outputs } = await build({ ...options, images: 'beside' }, host)
  expect([...outputs.keys()].toSorted()).toEqual([
    'paper-files/ein-foto-2.png',
    'paper-files/ein-foto.png',
    'paper.html',
  ])
  expect(readFileSync(join(output, 'paper-files/ein-foto.png'))).toEqual(
    Buffer.from(paper['/paper/figures/Ein Foto.png']),
  )
  const browser = await launchReader()
  try {
    const { page, requests, errors } = await openEdition(browser, join(output, 'paper.html'), { width: 800 })
    expect(errors).toEqual([])
    expect(requests.map(url => url.replace(/^.*\/paper-files/, 'paper-files')).toSorted()).toEqual([
      'paper-files/ein-foto-2.png',
      'paper-files/ein-foto.png',
    ])
    expect(await page.$$eval('img', images => images.map(image => image.naturalWidth))).toEqual([
      300, 250, 10,
    ])
  } finally {
    await browser.close()
  }
})

const noise = (size: number, seed: number) => {
  const picture = Buffer.from(photograph(size))
  // A byte after the end of the image data: another file with the same picture.
  return Buffer.concat([picture, Buffer.from([seed])])
}

async function beside(markdown: string, files: Readonly<Record<string, Uint8Array | string>>) {
  const paths = Object.fromEntries(Object.entries(files).map(([name, data]) => [`/paper/${name}`, data]))
  const memory = memoryHost({ '/paper/paper.md': markdown, ...paths }, diskHost)
  const options = { path: '/paper/paper.md', library, formats: ['html'] as const, output: '/out' }
  const { outputs } = await build({ ...options, images: 'beside' }, memory)
  const html = new TextDecoder().decode(outputs.get('paper.html'))
  return { names: [...outputs.keys()].filter(name => name !== 'paper.html').toSorted(), html }
}

it('a picture with several addresses is one file', async () => {
  const { names, html } = await beside(
    '![A.](con.png)\n\n![B.](./con.png)\n\n![C.](copy.png)\n\n![D.](other.png)',
    {
      'con.png': noise(250, 1),
      'copy.png': noise(250, 1),
      'other.png': noise(250, 2),
    },
  )
  expect(names).toEqual(['paper-files/con.png', 'paper-files/other.png'])
  expect(html.match(/src="paper-files\/con\.png"/g)).toHaveLength(3)
})

it('a file is named after the decoded name in its address', async () => {
  const { names } = await beside('![A.](big%20one.png)\n\n![B.](<100%.png>)', {
    'big one.png': noise(250, 1),
    '100%.png': noise(250, 2),
  })
  expect(names).toEqual(['paper-files/100.png', 'paper-files/big-one.png'])
})

it('a drawing stays inside, runs no script, and the page loads nothing', async () => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="alert(1)"><script>alert(1)</script><path d="${'M0 0'.repeat(40_000)}"/></svg>`
  const { names, html } = await beside('![A.](big.svg)', { 'big.svg': drawing })
  expect(names).toEqual([])
  expect(html).toContain('<img src="data:image/svg+xml;base64,')
  expect(html).toContain('img-src data:;')
})

it('images are inside by default', async () => {
  const { outputs } = await build({ path: '/paper/paper.md', library, formats: ['html'], output }, host)
  expect([...outputs.keys()]).toEqual(['paper.html'])
})
