/**
 * What a hostile page can reach in the isolated browser, and what is reported if there is no browser. A real
 * browser and a real server on this machine.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserArguments, isSandboxed } from '../../../pipeline/tools/browser/browser-arguments.ts'
import { type Browser, BrowserError, launchBrowser } from '../../../pipeline/tools/browser/puppeteer.ts'
import { PdfFile } from '../../../pipeline/tools/pdf/file.ts'
import { pageNumbers } from '../../../pipeline/tools/pdf/pages.ts'
import { refNumber } from '../../../pipeline/tools/pdf/values.ts'

const folder = mkdtempSync(join(tmpdir(), 'cage-'))
/** Other tests have browsers too: ours keep their profiles here. */
const usual = process.env.TMPDIR
process.env.TMPDIR = folder
const profiles = () => readdirSync(folder).filter(name => name.startsWith('offprint-'))
const hits: string[] = []
let server: Server
let origin: string
let browser: Browser

beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.end('reached')
  })
  server.on('upgrade', (request, socket) => {
    hits.push(request.url ?? '')
    socket.destroy()
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  // An address of a listening TCP server is never a string (that is a pipe's) nor null.
  origin = `127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  server.close()
  if (usual === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = usual
  rmSync(folder, { recursive: true })
})

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('the isolated browser', () => {
  it('sends no request', async () => {
    const page = await browser.open(`<!doctype html><title>hostile</title>
      <link rel="stylesheet" href="http://${origin}/css"><link rel="prefetch" href="http://${origin}/prefetch">
      <link rel="preconnect" href="http://${origin}"><link rel="dns-prefetch" href="//example.org">
      <style>@import "http://${origin}/import"; @font-face { font-family: f; src: url(http://${origin}/font) }
      body { font-family: f; background: url(http://localhost:${origin.split(':')[1]}/background) }</style>
      <body onload="new Image().src='http://${origin}/onload'"><p>text</p>
      <img src="http://${origin}/img"><iframe src="http://${origin}/iframe"></iframe>
      <iframe srcdoc="<script>new Image().src='http://${origin}/srcdoc'</script>"></iframe>
      <object data="http://${origin}/object"></object><video src="http://${origin}/video" autoplay></video>
      <script src="http://${origin}/script"></script>
      <script>new WebSocket('ws://${origin}/socket'); fetch('http://${origin}/fetch')</script>
      <img src="${PIXEL}">`)
    await new Promise(done => setTimeout(done, 300))
    expect(hits).toEqual([])
    expect(page.requests).toContain(`http://${origin}/img`)
    expect(page.requests.filter(url => url.startsWith('data:'))).toEqual([])
    await page.close()
  })

  it('stops requests of scripts, and a page that navigates away', async () => {
    const page = await browser.open('<!doctype html><p>text</p>')
    await page.run(target => {
      new WebSocket(`ws://${target}/socket`).onerror = () => {}
      const refresh = document.createElement('meta')
      refresh.httpEquiv = 'refresh'
      refresh.content = `0;url=http://${target}/refresh`
      document.head.append(refresh)
      return fetch(`http://${target}/fetch`).catch(() => {})
    }, origin)
    await new Promise(done => setTimeout(done, 300))
    expect(hits).toEqual([])
    expect(page.requests).toContain(`http://${origin}/refresh`)
    expect(await page.run(() => document.body.textContent)).toBe('text')
    await page.close()
  })

  it('shows no file of the disk', async () => {
    const secret = join(folder, 'secret.svg')
    writeFileSync(
      secret,
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>secret</text></svg>',
    )
    const url = pathToFileURL(secret).href
    const page = await browser.open(`<!doctype html><img src="${url}"><iframe src="${url}"></iframe><p>text`)
    const seen = await page.run(() => ({
      width: document.images[0]?.naturalWidth,
      frame: document.querySelector('iframe')?.contentDocument?.body?.textContent ?? '',
    }))
    expect(seen).toEqual({ width: 0, frame: '' })
    await page.close()
  })

  it('runs hands, but no script of the page', async () => {
    const page =
      await browser.open(`<!doctype html><title>untouched</title><p onclick="document.title='bad'">text</p>
      <img src="x" onerror="document.title='bad'"><a href="javascript:document.title='bad'">link</a>
      <iframe sandbox="allow-scripts allow-same-origin" srcdoc="<script>parent.document.title='bad'</script>"></iframe>
      <script>document.title = 'bad'; window.trap = true</script>`)
    const seen = await page.run(
      async (first, second) => {
        document.querySelector('p')?.click()
        document.querySelector('a')?.click()
        await new Promise(done => requestAnimationFrame(done))
        return { title: document.title, trap: 'trap' in window, sum: first + second.length }
      },
      1,
      [2, 3],
    )
    expect(seen).toEqual({ title: 'untouched', trap: false, sum: 3 })
    await expect(
      page.run(() => {
        throw new TypeError('of the hand')
      }),
    ).rejects.toThrow('of the hand')
    await page.close()
  })

  it('loads the faces of fonts that the text needs, and those of characters that come later', async () => {
    const data = readFileSync(
      createRequire(import.meta.url).resolve(
        '@fontsource/eb-garamond/files/eb-garamond-latin-400-normal.woff2',
      ),
      'base64',
    )
    const face = (weight: number, range: string) =>
      `@font-face { font-family: f; font-weight: ${weight}; unicode-range: ${range}; src: url(data:font/woff2;base64,${data}) }`
    const faces = [
      face(400, 'U+62-7A'),
      face(400, 'U+E9, U+100-17F'),
      face(700, 'U+62-7A'),
      face(400, 'U+3B1'),
    ]
    const page = await browser.open(
      `<!doctype html><style>${faces.join('')} p { font-family: f }</style><body>`,
    )
    const states = () => page.run(() => Array.from(document.fonts, ({ status }) => status))
    expect(await states()).toEqual(Array(4).fill('unloaded'))
    await page.fill('<p>zzz<p>é', { title: '', language: 'en' }, 'α')
    expect(await states()).toEqual(['loaded', 'loaded', 'unloaded', 'loaded'])
    await page.close()
  })

  it('has no sandbox only for the superuser or on request', () => {
    expect(isSandboxed(1000, {})).toBe(true)
    expect(isSandboxed(undefined, {})).toBe(true)
    expect(isSandboxed(0, {})).toBe(false)
    expect(isSandboxed(1000, { OFFPRINT_NO_SANDBOX: '1' })).toBe(false)
    expect(browserArguments({ profile: '/p', isSandboxed: true }).join()).not.toMatch(/sandbox\b/)
    expect(browserArguments({ profile: '/p', isSandboxed: false })).toContain('--no-sandbox')
  })
})

describe('a page', () => {
  it('of 8 MB is complete when it is opened', { timeout: 60_000 }, async () => {
    const row = `<img src="${PIXEL}" width="1" height="1" alt="">${'word '.repeat(300)}`
    const html = `<!doctype html><p>${row.repeat(4_900)}`
    expect(html.length).toBeGreaterThan(8_000_000)
    const page = await browser.open(html)
    const seen = await page.run(() => [
      document.images.length,
      Array.from(document.images).every(image => image.complete && image.naturalWidth === 1),
    ])
    expect(seen).toEqual([4_900, true])
    await page.close()
  })

  it('is printed in the size of its CSS and photographed in light and dark', async () => {
    const page = await browser.open(`<!doctype html><style>@page { size: 200pt 100pt; margin: 0 }
      html { color-scheme: light dark } body, p { margin: 0; height: 1500px }</style><p>text`)
    const pdf = Buffer.from(await page.print()).toString('latin1')
    expect(pdf).toMatch(/^%PDF-1/)
    expect(Number(/MediaBox \[0 0 ([\d.]+)/.exec(pdf)?.[1])).toBeCloseTo(200, 0)
    const light = await page.screenshot({ width: 300, isFullPage: true })
    const dark = await page.screenshot({ width: 300, height: 1500, colorScheme: 'dark' })
    expect(Buffer.from(light).readUInt32BE(16)).toBe(300)
    expect(Buffer.from(light).readUInt32BE(20)).toBe(1500)
    expect(Buffer.from(dark).readUInt32BE(20)).toBe(1500)
    expect(Buffer.compare(light, dark)).not.toBe(0)
    await page.close()
  })
})

describe('a page that is laid out in tenths of a px', () => {
  const [width, height, pages] = [300, 400, 7]
  const weights = [0.25, 0.4, 0.5, 0.75, 1, 2]
  const view = { width, height: 1, media: 'print', fineness: 10 } as const
  const rules = weights.map((weight, index) => {
    const top = (pages - 1) * height + 30.3 + index * 20.2
    return `<p style="top: ${top}px; border-top: ${weight}pt solid">${weight}</p>`
  })
  const html = `<!doctype html><style>@page { size: ${width}px ${height}px; margin: 0 } body { margin: 0 }
    div { position: relative; overflow: clip; height: ${pages * height}px } h1, p { margin: 0 }
    p { position: absolute; left: 20px; width: 100px }</style>
    <div><h1>Head</h1>${rules.join('')}</div>`

  it('is measured in CSS px, before and after it is printed', async () => {
    const page = await browser.open(html, view)
    const read = () => {
      const paragraph = document.querySelector('p')
      const range = document.createRange()
      if (paragraph) range.selectNode(paragraph)
      const boxes = [paragraph?.getBoundingClientRect(), paragraph?.getClientRects()[0]]
      const ranges = [range.getBoundingClientRect(), range.getClientRects().item(0)]
      return [...boxes, ...ranges].map(box =>
        [box?.left, box?.top, box?.width].map(length => Math.round((length ?? 0) * 1000) / 1000),
      )
    }
    const box = [20, expect.closeTo((pages - 1) * height + 30.3, 1), 100]
    expect(await page.run(read)).toEqual([box, box, box, box])
    await page.print()
    expect(await page.run(read)).toEqual([box, box, box, box])
    await page.close()
  })

  it('breaks the cells of tables as they are printed', async () => {
    const cells = [3, 5, 7, 11, 13].map(length => `<td>${'word '.repeat(length)}`)
    const rows = [1, 2, 3, 4, 5, 6, 7, 8].map(
      size => `<table style="font-size: ${7 + size / 3}px"><tr>${cells}`,
    )
    const page = await browser.open(
      `<!doctype html><body style="width: 283.7px">${rows.join('</table>')}`,
      view,
    )
    const heights = () =>
      Array.from(document.querySelectorAll('table'), table => table.getBoundingClientRect().height)
    const measured = await page.run(heights)
    await page.print()
    expect(await page.run(heights)).toEqual(measured)
    await page.close()
  })

  it('prints rules with their weights, at their places, on as many pages as it has', async () => {
    const page = await browser.open(html, view)
    const bytes = await page.print()
    const file = new PdfFile(bytes)
    const numbers = pageNumbers(file)
    expect(numbers).toHaveLength(pages)
    for (const number of numbers) {
      const [, , right, top] = file.array(file.dict(file.get(number))?.get('MediaBox')) ?? []
      expect([Number(right), Number(top)]).toEqual([expect.closeTo(225, 0), expect.closeTo(300, 0)])
    }
    const rules = rulesOf(bytes, pages - 1)
    expect(rules).toHaveLength(weights.length)
    expect(rules.map(rule => rule.top)).toEqual(
      weights.map((_, index) => expect.closeTo(0.75 * (30.3 + index * 20.2), 1)),
    )
    for (const [index, rule] of rules.entries())
      expect(Math.abs(rule.height - (weights[index] ?? 0))).toBeLessThanOrEqual(0.051)
    await page.close()
  })

  /** The rectangles of a page that are filled: heights, and distances from the top of the page, in pt. */
  function rulesOf(bytes: Uint8Array, pageIndex: number) {
    const file = new PdfFile(bytes)
    const number = pageNumbers(file)[pageIndex]
    const contents = file.content(refNumber(file.dict(file.get(number))?.get('Contents')))
    const content = Buffer.from(contents ?? []).toString('latin1')
    // Skia writes 300 dots to an inch, and below that the scale of the print.
    const matrix = /^([\d.]+) 0 0 \1 0 (\S+) cm$/m.exec(content)
    const [scale = 0, shift = 0] = matrix?.slice(1).map(length => 0.24 * Number(length)) ?? []
    return Array.from(content.matchAll(/^\S+ (\S+) \S+ (\S+) re\nf$/gm), ([, y, height]) => ({
      top: Number(y) * scale + shift,
      height: Number(height) * scale,
    }))
  }
})

describe('a browser that cannot be started', () => {
  async function failure(path: string): Promise<unknown> {
    process.env.OFFPRINT_BROWSER = path
    const before = profiles()
    try {
      return await launchBrowser().then(
        () => undefined,
        (error: unknown) => error,
      )
    } finally {
      delete process.env.OFFPRINT_BROWSER
      expect(profiles()).toEqual(before)
    }
  }

  it('is reported as an error with a remedy', async () => {
    const missing = await failure('/nonexistent')
    expect(missing).toBeInstanceOf(BrowserError)
    expect(missing).toMatchObject({ failure: 'missing', remedy: expect.stringContaining('OFFPRINT_BROWSER') })

    const file = join(folder, 'text')
    writeFileSync(file, 'no program')
    expect(await failure(file)).toMatchObject({ failure: 'not-executable' })

    const program = join(folder, 'program')
    writeFileSync(program, '#!/bin/sh\necho it has no library >&2\nexit 3\n', { mode: 0o755 })
    expect(await failure(program)).toMatchObject({
      failure: 'ended',
      message: expect.stringMatching(/exit status 3[\s\S]*it has no library/),
    })
  })

  it('removes its profile when it ends, and rejects unfinished work', async () => {
    const before = profiles()
    expect(before).toHaveLength(1)
    const other = await launchBrowser()
    const page = await other.open('<p>text')
    const work = page.run(() => new Promise(() => {}))
    await other.close()
    await expect(work).rejects.toBeInstanceOf(BrowserError)
    await expect(other.open('<p>text')).rejects.toBeInstanceOf(BrowserError)
    expect(profiles()).toEqual(before)
  })
})
