/**
 * Manuscripts of several files: what is included, what is not, and that a message names the file and line
 * that the author wrote.
 */
import { toString as plainText } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { messageLines } from '../../../../pipeline/cli/report/terminal.ts'
import { memoryHost } from '../../../../pipeline/host/index.ts'
import { findManuscript, parse } from '../../../../pipeline/parse/index.ts'

async function read(files: Readonly<Record<string, string>>, path = '/paper') {
  const host = memoryHost(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`/paper/${name}`, text])),
  )
  const found = await findManuscript(path, host)
  const manuscript = found.isReadable ? await parse({ ...found, host }) : undefined
  const blocks = manuscript?.body.children.map(node => `${node.type}: ${textOf(node)}`) ?? []
  return { manuscript, blocks, messages: messageLines(manuscript?.files ?? [found.file], '/paper'), found }
}

function textOf(node: Parameters<typeof plainText>[0]): string {
  return plainText(node).replace(/\n/g, ' / ')
}

describe('includes', () => {
  test.each([
    ['Quarto', 'One.\n\n{{< include _two.md >}}\n\nThree.\n'],
    ['MyST with backticks', 'One.\n\n```{include} _two.md\n```\n\nThree.\n'],
    ['MyST with colons', 'One.\n:::{include} _two.md\n:::\nThree.\n'],
    ['R Markdown', "One.\n\n```{r, child='_two.md'}\n```\n\nThree.\n"],
    ['R Markdown in a comment', 'One.\n\n```{r}\n#| child: _two.md\n```\n\nThree.\n'],
  ])('%s', async (_, text) => {
    const { blocks, messages } = await read({ 'article.md': text, '_two.md': 'Two.\n' })
    expect(blocks).toEqual(['paragraph: One.', 'paragraph: Two.', 'paragraph: Three.'])
    expect(messages).toEqual([])
  })

  test('nest, each path relative to its file', async () => {
    const { blocks } = await read({
      'article.md': '{{< include parts/a.md >}}\n',
      'parts/a.md': 'A\n\n{{< include b.md >}}\n\n{{< include /c.md >}}\n',
      'parts/b.md': 'B\n',
      'c.md': 'C\n',
    })
    expect(blocks).toEqual(['paragraph: A', 'paragraph: B', 'paragraph: C'])
  })

  test('keep the indentation of a list and the marks of a quote', async () => {
    const { manuscript } = await read({
      'article.md': '- {{< include _a.md >}}\n- b\n\n> {{< include _a.md >}}\n',
      '_a.md': 'One\n\nTwo\n',
    })
    const [list, quote] = manuscript?.body.children ?? []
    expect(list?.type === 'list' && list.children.map(item => item.children.length)).toEqual([2, 1])
    expect(quote?.type === 'blockquote' && quote.children.length).toBe(2)
  })

  test('mean nothing in code and in comments', async () => {
    const { blocks, messages } = await read({
      'article.md': '```markdown\n{{< include no.md >}}\n```\n\n<!--\n{{< include no.md >}}\n-->\nEnd\n',
    })
    expect(blocks[0]).toBe('code: {{< include no.md >}}')
    expect(messages).toEqual([])
  })

  test('choose lines', async () => {
    const files = { 'a.txt': 'zero\none\n<!-- start -->\ntwo\n<!-- end -->\n' }
    const between = '```{include} a.txt\n:start-after: start\n:end-before: end\n```\n'
    expect((await read({ ...files, 'article.md': between })).blocks).toEqual(['paragraph: two'])
    const numbers = '```{include} a.txt\n:start-line: 1\n:end-line: 2\n```\n'
    expect((await read({ ...files, 'article.md': numbers })).blocks).toEqual(['paragraph: one'])
    const missing = await read({ ...files, 'article.md': '```{include} a.txt\n:end-before: none\n```\n' })
    expect(missing.messages[0]).toBe(
      'article.md:1:1  warning  Unexpected value `none` of `end-before`, the included file has no such line  include-invalid',
    )
  })

  test('show a file as code that its text cannot end', async () => {
    const { manuscript } = await read({
      'article.md': '```{literalinclude} a.py\n:lines: 2-\n```\n',
      'a.py': 'x = 0\n"""\n```\n# Heading\n```\n"""\n',
    })
    expect(manuscript?.body.children).toMatchObject([
      { type: 'code', lang: 'py', value: '"""\n```\n# Heading\n```\n"""' },
    ])
  })

  test('leave front matter out, and say so where it says something', async () => {
    const { blocks, messages } = await read({
      'article.md': 'One.\n\n{{< include _two.md >}}\n',
      '_two.md': '---\nformat: html\ntitle: Two\n---\n\nText.\n',
    })
    expect(blocks).toEqual(['paragraph: One.', 'paragraph: Text.'])
    expect(messages[0]).toBe(
      '_two.md:3:1  warning  Unexpected `title` in the front matter of a part, expected text only  include-front-matter',
    )
  })

  test.each([
    ['missing', 'no.md', 'include-missing'],
    ['outside', '../secret.md', 'include-outside'],
    ['remote', 'https://example.org/a.md', 'include-outside'],
    ['the file itself', 'article.md', 'include-cyclic'],
    ['a circle', '_b.md', 'include-cyclic'],
  ])('%s: a message, a mark, and the rest', async (_, name, rule) => {
    const { blocks, messages } = await read({
      'article.md': `One.\n\n  {{< include ${name} >}}\n\nThree.\n`,
      '_b.md': 'In b.\n\n{{< include _b.md >}}\n',
      '../secret.md': 'secret',
    })
    expect(messages[0]).toContain(`  ${rule}`)
    expect(messages[0]).toMatch(name === '_b.md' ? /^_b\.md:3:1 / : /^article\.md:3:1 /)
    expect(blocks.at(0)).toBe('paragraph: One.')
    expect(blocks.at(-1)).toBe('paragraph: Three.')
    expect(blocks.join()).toContain('{{< include')
  })

  test('stop at 5 MB', async () => {
    const { messages } = await read({
      'article.md': '{{< include _a.md >}}\n\nEnd\n',
      '_a.md': 'a'.repeat(5_000_001),
    })
    expect(messages[0]).toContain('include-too-large')
  })
})

describe('random mixtures of files', () => {
  const names = ['article.md', '_a.md', 'parts/_b.md']
  const lines = [
    '{{< include _a.md >}}',
    '> {{< include parts/_b.md >}}',
    '- {{< include /_a.md >}}',
    '  {{< include ../_a.md >}}',
    '```{include} _a.md',
    ':::{include} parts/_b.md',
    ':start-after: word',
    ':::',
    '```',
    "```{r child=c('_a.md', '_b.md')}",
    '---',
    'title: T',
    '<!--',
    '-->',
    '',
    '',
    '# Heading',
    '\t$$',
    '```{literalinclude} _a.md',
    '- item',
  ]

  test('make no error, and lose no word of the article itself', async () => {
    const next = sequence(7)
    for (let round = 0; round < 300; round++) {
      const texts = names.map((name, file) => {
        const count = 1 + next(14)
        const own = Array.from({ length: count }, (_, at) =>
          next(3) === 0 ? `w${file}x${at}w` : (lines[next(lines.length)] ?? ''),
        )
        return [name, `Begin\n${own.join(next(9) === 0 ? '\r\n' : '\n')}\n`] as const
      })
      const files = Object.fromEntries(texts)
      const { manuscript } = await read(files)
      const words = files['article.md']?.match(/w0x\d+w/g) ?? []
      const shown = String(manuscript?.file)
      expect(
        words.filter(word => !shown.includes(word)),
        JSON.stringify(files),
      ).toEqual([])
      const origins = manuscript?.file.data.lines ?? []
      for (const [index, text] of shown.split('\n').slice(0, -1).entries()) {
        const origin = origins[index]
        const own = origin && String(origin.file).split(/\r\n|\n|\r/)[origin.line - 1]
        // A line of the whole is that of its file, or one of ours.
        if (own !== undefined && /w\dx\d+w/.test(text)) expect(text).toContain(own.trim())
      }
    }
  })
})

describe('messages', () => {
  test('name the file and line that the author wrote', async () => {
    const { manuscript, messages } = await read({
      'article.md': '---\nlang: en\nunheard-of: 1\n---\nText\n\n- {{< include _a.md >}}\n\n<b>c\n',
      '_a.md': 'Text\n\n<i>\n\n{{< include _b.md >}}\n',
      '_b.md': '\n\nline <u>\n',
    })
    expect(manuscript?.files.map(file => file.basename)).toEqual(['article.md', '_a.md', '_b.md'])
    const places = messages.flatMap(line => /^\S+/.exec(line.startsWith(' ') ? '' : line) ?? [])
    expect(places).toEqual(['article.md:3:1', 'article.md:9:1', '_a.md:3:1', '_b.md:3:6'])
  })
})

describe('projects', () => {
  test('Manubot joins content/ in order', async () => {
    const { blocks, found } = await read({
      'content/metadata.yaml': 'title: T\n',
      'content/02.methods.md': '## Methods\n',
      'content/01.abstract.md': '## Abstract\n',
      'content/notes.md': 'No part.\n',
      'README.md': 'No part.\n',
    })
    expect(blocks).toEqual(['heading: Abstract', 'heading: Methods'])
    expect(found.slug).toBe('paper')
  })

  test('MyST joins its toc; titles are headings above those of their files', async () => {
    const { manuscript, blocks } = await read({
      'myst.yml': 'project:\n  title: T\n  toc:\n    - file: b.md\n    - file: a.md\n',
      'a.md': '---\ntitle: A *title*\n---\n# Inner\n\n```\n# code\n```\n',
      'b.md': '---\ntitle: B\n---\nText\n',
    })
    expect(blocks).toEqual([
      'heading: B',
      'paragraph: Text',
      'heading: A title',
      'heading: Inner',
      'code: # code',
    ])
    expect(manuscript?.body.children.flatMap(node => (node.type === 'heading' ? node.depth : []))).toEqual([
      1, 1, 2,
    ])
  })

  test('bookdown begins with its index', async () => {
    const files = { 'index.Rmd': 'Index\n', 'b.Rmd': 'B\n', 'a.Rmd': 'A\n', '_c.Rmd': 'C\n' }
    const { blocks } = await read({ ...files, '_bookdown.yml': 'book_filename: x\n' })
    expect(blocks).toEqual(['paragraph: Index', 'paragraph: A', 'paragraph: B'])
    const listed = await read({ ...files, '_bookdown.yml': 'rmd_files: [index.Rmd, b.Rmd]\n' })
    expect(listed.blocks).toEqual(['paragraph: Index', 'paragraph: B'])
  })

  test('Quarto names its article, or its chapters', async () => {
    const files = { 'x.qmd': 'X\n', 'y.qmd': 'Y\n' }
    const one = await read({ ...files, '_quarto.yml': 'manuscript:\n  article: y.qmd\n' })
    expect(one.blocks).toEqual(['paragraph: Y'])
    const all = await read({
      ...files,
      '_quarto.yml':
        'book:\n  chapters:\n    - x.qmd\n    - part: P\n      chapters: [y.qmd, z.qmd, ../w.qmd]\n',
    })
    expect(all.blocks).toEqual(['paragraph: X', 'paragraph: Y'])
    expect(all.messages.filter(line => line.includes('include-'))).toHaveLength(2)
  })

  test.each([
    ['a repository with paper/', { 'README.md': 'r', 'paper/paper.md': 'Text\n' }],
    ['README and others beside it', { 'README.md': 'r', 'LICENSE.md': 'l', 'study.qmd': 'Text\n' }],
    ['a general name', { 'notes.md': 'n', 'template.qmd': 'Text\n' }],
    ['R Markdown', { 'skeleton.Rmd': 'Text\n' }],
    ['.markdown', { 'study.markdown': 'Text\n' }],
  ])('%s', async (_, files) => {
    expect((await read(files)).blocks).toEqual(['paragraph: Text'])
  })

  test('positions of the tree are those of the whole', async () => {
    const { manuscript } = await read({
      'article.md': '- {{< include _a.md >}}\n',
      '_a.md': 'One *two*\n\n> three\n',
    })
    const source = String(manuscript?.file)
    visit(manuscript?.body ?? { type: 'root', children: [] }, 'text', node => {
      const { start, end } = node.position ?? {}
      expect(source.slice(start?.offset, end?.offset)).toBe(node.value)
    })
  })
})

/** Whole numbers below `limit`, the same in every run. */
function sequence(seed: number): (limit: number) => number {
  let state = seed
  return limit => {
    state = (state * 48271) % 2147483647
    return state % limit
  }
}
