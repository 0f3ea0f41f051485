/**
 * Hostile text, which would be markup or script, in every place where authors can write. In a real browser
 * with scripts enabled nothing of it runs, nothing is loaded, and the page keeps its structure. The payloads
 * are those of `../shared/corpora/hostile/xss`, if present, and some of our own.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { articleTree } from '../../../pipeline/layout/article-tree.ts'
import { renderHtml } from '../../../pipeline/render/index.ts'
import { buildArticle } from '../../build-article.ts'
import { sharedReader } from '../../reader.ts'

const own = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style><script>alert(1)</script>',
  '</title></head><body onload=alert(1)>',
  '</script><script>alert(1)</script>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1)) ![x](javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](<java\tscript:alert(1)>) <JaVaScRiPt:alert(1)>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<form action=https://example.org><input autofocus onfocus=alert(1)></form>',
  '<meta http-equiv=refresh content="0;url=https://example.org">',
  '<base href=https://example.org/><link rel=stylesheet href=//example.org/x.css>',
  '<h1>Another</h1><main>another</main></main></article></body></html>',
  '$\\href{javascript:alert(1)}{x}$ $\\text{<img src=x onerror=alert(1)>}$',
  '[x]{onclick="alert(1)" style="background:url(https://example.org/x)"}',
  '![x](https://example.org/x.png "a"){onerror="alert(1)"}',
  '<div popover id=offprint-card>x</div><dialog open class=enlarged>x</dialog>',
]
const corpus = fileURLToPath(
  new URL('../../../../shared/corpora/hostile/xss/dompurify-expect.json', import.meta.url),
)
const hasCorpus = existsSync(corpus)
if (!hasCorpus)
  process.stderr.write('SKIPPED: ../shared/corpora/hostile/xss is not there, own payloads alone.\n')
const payloads = hasCorpus
  ? z
      .array(z.object({ payload: z.string() }))
      .parse(JSON.parse(readFileSync(corpus, 'utf8')))
      .map(({ payload }) => payload)
  : []

const folder = mkdtempSync(join(tmpdir(), 'offprint-hostile-'))
const path = join(folder, 'page.html')
let page: Page
/** Events that must not happen: dialogs, requests, calls, messages of the console. */
let events: string[] = []

beforeAll(async () => {
  page = await (await sharedReader()).newPage()
  page.on('dialog', dialog => {
    events.push(`dialogue ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', request => {
    const url = request.url()
    if (!url.startsWith('data:') && url !== `file://${path}`) events.push(`request ${url}`)
  })
  page.on('pageerror', error => events.push(`error ${String(error)}`))
  page.on('console', message => {
    // The page should not even contain what the policy blocks. A blocked attempt is harmless, though, and is
    // not counted.
    if (!/Content Security Policy/.test(message.text())) events.push(`console ${message.text()}`)
  })
})
afterAll(async () => {
  await page?.close()
  rmSync(folder, { recursive: true })
})

const text = (payload: string) => JSON.stringify(payload)

function manuscript(payload: string): string {
  const line = payload.replace(/\s+/g, ' ')
  return `---
title: ${text(`Title ${payload}`)}
subtitle: ${text(payload)}
authors:
  - name: ${text(`Jane ${payload}`)}
    email: ${text(`${payload}@example.org`)}
    affiliation: a
    roles: [${text(payload)}]
affiliations:
  - {id: a, name: ${text(payload)}, city: ${text(payload)}, url: ${text(payload)}}
keywords: [${text(payload)}]
abstract: ${text(payload)}
license: ${text(payload)}
doi: ${text(payload)}
section: ${text(payload)}
description: ${text(payload)}
abbreviations: {WHO: ${text(payload)}}
acknowledgements: ${text(payload)}
bibliography: a.json
lang: en
---

# Heading ${line}

First @a of the WHO, @fig:x.^[Note ${line}]

![Caption ${line}](dot.svg){#fig:x alt=${text(line)} credit=${text(line)} onerror=${text(line)}}

| Head ${line} | b |
|---|---|
| ${line} | b |

: Caption ${line}

\`\`\`html
${payload}
\`\`\`

${payload}

Last words.
`
}

async function pageOf(payload: string): Promise<string> {
  const work = {
    id: 'a',
    type: 'article-journal',
    title: payload,
    'container-title': payload,
    author: [{ family: payload, given: payload }, { literal: payload }],
    issued: { 'date-parts': [[2020]] },
    volume: payload,
    page: payload,
    URL: payload,
    DOI: payload,
    publisher: payload,
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" onload="alert(1)"><script>alert(1)</script><image href="https://example.org/x.png" width="1" height="1"/></svg>`
  const { article, journal } = await buildArticle({
    'article.md': manuscript(payload),
    'a.json': JSON.stringify([work]),
    'dot.svg': svg,
  })
  const bytes = await renderHtml({
    root: articleTree(article, journal),
    article,
    journal,
    fonts: [],
  })
  return new TextDecoder().decode(bytes)
}

/** The structure of the page as the browser has parsed it. */
function survey() {
  const all = [...document.querySelectorAll('*')]
  const attributes = all.flatMap(one => [...one.attributes])
  return {
    h1: document.querySelectorAll('h1').length,
    main: document.querySelectorAll('main').length,
    heads: document.querySelectorAll('head').length,
    styles: document.querySelectorAll('style').length,
    scripts: [...document.scripts].map(script => script.type),
    foreign: all
      .map(one => one.localName)
      .filter(name => /^(?:iframe|object|embed|form|input|base|frame|applet)$/.test(name)),
    refreshes: document.querySelectorAll('meta[http-equiv=refresh]').length,
    handlers: attributes.filter(({ name }) => /^on/.test(name)).map(({ name }) => name),
    addresses: attributes
      .filter(
        ({ name, value }) =>
          /^(?:href|src|action|formaction|xlink:href)$/.test(name) &&
          /^\s*(?:javascript|vbscript|data:text)/i.test(value),
      )
      .map(({ value }) => value),
    // Whether the page's own script has run.
    hasCard: document.querySelectorAll('main > #offprint-card').length,
    hasDialog: document.querySelectorAll('body > dialog.enlarged').length,
    isWhole: document.querySelector('main')?.textContent.includes('Last words.') ?? false,
  }
}

describe('text that would be markup', () => {
  it.each([...own, ...payloads])('%s', async payload => {
    events = []
    writeFileSync(path, await pageOf(payload))
    await page.goto(`file://${path}`, { waitUntil: 'load' })
    const found = await page.evaluate(survey)
    expect(found).toEqual({
      h1: 1,
      main: 1,
      heads: 1,
      styles: 1,
      scripts: ['application/ld+json', ''],
      foreign: [],
      refreshes: 0,
      handlers: [],
      addresses: [],
      hasCard: 1,
      hasDialog: 1,
      isWhole: true,
    })
    expect(events).toEqual([])
  })
})
