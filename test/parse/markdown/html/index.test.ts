/**
 * Raw HTML. Each folder of test/fixtures/html contains a manuscript and the expected tree and messages;
 * `UPDATE=1` rewrites them. Random mixtures of tags must not throw, lose a word or leave a tag. Attacks must
 * be printed as text or left out.
 */
import { readdirSync, readFileSync } from 'node:fs'
import type { Element, Nodes as HastNodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { readHtml } from '../../../../pipeline/parse/markdown/html/index.ts'
import { parseMarkdown } from '../../../../pipeline/parse/markdown/index.ts'
import { readRawFormats } from '../../../../pipeline/parse/passes/raw-formats.ts'
import { keepSafeLinks } from '../../../../pipeline/parse/passes/safe-links.ts'
import { buildArticle } from '../../../build-article.ts'
import { expectedText } from '../../../expected-text.ts'
import { hasShared, shared } from '../../../needs.ts'

const fixtures = new URL('../../../fixtures/html/', import.meta.url)

function read(source: string): { tree: Root; file: VFile } {
  const file = new VFile(source)
  const tree = parseMarkdown(file)
  readRawFormats(tree, file)
  readHtml(tree, file)
  keepSafeLinks(tree, file)
  return { tree, file }
}

describe('readHtml', () => {
  for (const name of readdirSync(fixtures).toSorted()) {
    const source = readFileSync(new URL(`${name}/input.md`, fixtures), 'utf8')

    test(`${name}: tree and messages are as expected`, () => {
      const { tree, file } = read(source)
      const outline = `${outlineOf(tree)}\n${file.messages.map(message => `${message}\n`).join('')}`
      const answer = new URL(`${name}/outline.txt`, fixtures)
      expect(outline).toBe(expectedText(answer, outline))
    })

    test(`${name}: nodes have the right positions in the file`, () => {
      const lines = source.split('\n')
      const strays: string[] = []
      visit(read(source).tree, node => {
        const { start, end } = node.position ?? {}
        const isInside = start && end && start.line <= end.line && end.line <= lines.length
        // A row has the position of its cells.
        if (!isInside && node.type !== 'tableRow' && node.position) strays.push(node.type)
        const [word] = node.type === 'text' ? (/^ *\w+/.exec(node.value) ?? []) : []
        const text = lines[(start?.line ?? 1) - 1]?.slice((start?.column ?? 1) - 1) ?? ''
        // A node for a whole element begins at the element's tag.
        if (word && !text.startsWith('<') && !text.trimStart().startsWith(word.trim()))
          strays.push(`${word} is at ${text}`)
      })
      expect(strays).toEqual([])
    })
  }

  const parts = [
    ...[
      'b',
      'i',
      'sub',
      'span',
      'a',
      'code',
      'p',
      'div',
      'center',
      'table',
      'tr',
      'td',
      'ul',
      'li',
      'figure',
    ],
    ...['figcaption', 'details', 'summary', 'h2', 'blockquote', 'unknown', 'select', 'pre', 'template'],
  ].flatMap(name => [`<${name}>`, `</${name}>`, `\n\n<${name}>`, `</${name}>\n\n`, `<${name} id="k">`])
  const words = [
    '\n\n',
    '\n',
    ' ',
    '*',
    '[a](b)',
    '![c](d.png)',
    '- ',
    '> ',
    '`',
    '@key',
    '$x$',
    '<br>',
    '<img src=e>',
    '<!-- ',
  ]

  test('random mixtures of tags do not throw, lose a word or leave a tag', () => {
    const next = sequence(3)
    for (let round = 0; round < 700; round++) {
      const marks = Array.from({ length: 3 + next(16) }, () => {
        const from = next(3) === 0 ? words : parts
        return from[next(from.length)]
      })
      const source = marks.map((mark, index) => `${mark}${next(2) === 0 ? `w${index}w ` : ''}`).join('')
      const { tree } = read(source)
      const text = JSON.stringify(tree)
      // The words in an element that is left out may be missing.
      const isComplete = !/<(?:select|template)/.test(source)
      const lost = !isComplete ? [] : (source.match(/w\d+w/g) ?? []).filter(word => !text.includes(word))
      expect(lost, source).toEqual([])
      expect(text, source).not.toContain('"type":"html"')
    }
  })

  test('deep nesting is read in finite time', () => {
    for (const tag of ['<div>', '<div></b>', '<div></li>', '<b>', '<div>\n\n', '<table><td>', '> <div>\n']) {
      expect(read(tag.repeat(3000)).tree.type).toBe('root')
    }
  })
})

describe('a cross-site scripting attack', () => {
  const payloads = payloadsOf('corpora/hostile/xss/dompurify-expect.json')

  test.skipIf(payloads.length === 0)(
    'leaves nothing on the page that can run',
    { timeout: 60_000 },
    async () => {
      const text = payloads.map(payload => `Before.\n\n${payload}\n\nIn a ${payload} line.`)
      for (let at = 0; at < text.length; at += 40) {
        const { html } = await buildArticle({ 'article.md': text.slice(at, at + 40).join('\n\n') })
        expect(dangersIn(fromHtml(html))).toEqual([])
      }
      for (const manuscript of text) {
        const { html } = await buildArticle({ 'article.md': manuscript })
        expect(dangersIn(fromHtml(html))).toEqual([])
      }
    },
  )
})

/** Elements, event handlers and addresses that run code. */
function dangersIn(tree: HastNodes): readonly string[] {
  const dangers: string[] = []
  visit(tree, 'element', (node: Element) => {
    if (/^(?:script|iframe|object|embed|form|template|frame|base)$/.test(node.tagName))
      dangers.push(node.tagName)
    for (const [key, value] of Object.entries(node.properties)) {
      if (/^on/i.test(key) || key === 'srcDoc') dangers.push(`${node.tagName} ${key}`)
      if (/^\s*(?:javascript|vbscript|data:text)/i.test(String(value))) dangers.push(`${key}=${value}`)
    }
  })
  return dangers
}

function payloadsOf(path: string): readonly string[] {
  if (!hasShared(path)) return []
  const list: unknown = JSON.parse(readFileSync(new URL(path, shared), 'utf8'))
  return Array.isArray(list) ? list.map(entry => String(entry.payload)) : []
}

/** The tree with one line for each node: type, place and fields. */
function outlineOf(tree: Root): string {
  const lines: string[] = []
  const walk = (node: Root | Root['children'][number], depth: number) => {
    const { type, position, ...rest } = node
    const place = position ? `${position.start.line}:${position.start.column}` : '-'
    const fields = JSON.stringify(rest, (key, value) =>
      key === 'children' || key === 'position' ? undefined : value,
    )
    lines.push(`${'  '.repeat(depth)}${type} ${place}${fields === '{}' ? '' : ` ${fields}`}`)
    if ('children' in node) for (const child of node.children) walk(child, depth + 1)
  }
  walk(tree, 0)
  return lines.join('\n')
}

/** Random whole numbers below `limit`, the same in every run (mulberry32). */
function sequence(seed: number): (limit: number) => number {
  let state = seed
  return limit => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

describe('knitted figures', () => {
  const image = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'
  const build = async (body: string) => {
    const files = { 'article.md': `# Start {#start}\n\nSee @fig:plot now.\n\n${body}\n`, 'a.svg': image }
    const { html, messages } = await buildArticle(files)
    const text = html.replace(/<[^>]+>/g, '').replaceAll('\u00A0', ' ')
    return { messages, html, words: text.replace(/\s+/g, ' ') }
  }

  test.each([
    [
      'knitr',
      '<div class="figure">\n<img src="a.svg" alt="A" />\n<p class="caption">(\\#fig:plot)A *plot*.</p>\n</div>',
    ],
    [
      'bookdown',
      '<div class="figure" style="text-align: center">\n<span style="display:block;" id="fig:plot"></span>\n<img src="a.svg" alt="A" />\n<p class="caption">A *plot*.</p>\n</div>',
    ],
    [
      'HTML 5',
      '<figure id="fig:plot">\n<img src="a.svg" alt="A" />\n<figcaption>A *plot*.</figcaption>\n</figure>',
    ],
    [
      'two images',
      '<div class="figure">\n<img src="a.svg" alt="A" /><img src="a.svg" alt="B" />\n<p class="caption">(\\#fig:plot) A *plot*.</p>\n</div>',
    ],
  ])('have caption and number: %s', async (_, source) => {
    const { messages, words, html } = await build(source)
    expect(messages).toEqual([])
    expect(words).toContain('See Fig. 1 now.')
    expect(words).toMatch(/Fig\. 1\.? A plot\./)
    expect(html).toContain('alt="A"')
  })

  test('the source of the caption is no text alternative', async () => {
    const { html } = await build(
      '<div class="figure">\n<img src="a.svg" alt="(\\#fig:plot)A *plot*." />\n<p class="caption">(\\#fig:plot)A *plot*.</p>\n</div>',
    )
    expect(html).toContain('alt="A plot."')
  })

  test('a knitted table has its number', async () => {
    const { messages, words } = await build(
      '<table>\n<caption>(\\#fig:plot)A table.</caption>\n<tr><td>1</td></tr>\n</table>',
    )
    expect(messages).toEqual([])
    expect(words).toContain('See Table 1 now.')
  })

  test('a div of the class without a caption stays a div', async () => {
    const { messages, html } = await build('<div class="figure" id="fig:plot">\nText alone.\n</div>')
    expect(messages.join()).toContain('reference-unnumbered')
    expect(html).not.toContain('<figure')
  })
})
