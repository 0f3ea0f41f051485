/**
 * Manuscripts of several files: which files are included, which are not, and that a message names the file
 * and the line in which the author made the mistake.
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
  ])('of %s are replaced by the text of the file', async (_, text) => {
    const { blocks, messages } = await read({ 'article.md': text, '_two.md': 'Two.\n' })
    expect(blocks).toEqual(['paragraph: One.', 'paragraph: Two.', 'paragraph: Three.'])
    expect(messages).toEqual([])
  })

  test.each([
    '```{csv-table} Values\n:file: values.csv\n:header-rows: 1\n:label: v\n```',
    '- item\n\n  :::{csv-table} Values\n  :file: values.csv\n  :::',
    '```{csv-table}\n---\nfile: values.csv\nheader-rows: 1\n---\n```',
  ])('the values of a table can be in a file: %s', async text => {
    const { manuscript, messages } = await read({
      'article.md': `${text}\n`,
      'values.csv': 'a,"b, c"\n1,2\n',
    })
    const cells: string[] = []
    visit(manuscript?.body ?? { type: 'root', children: [] }, 'tableCell', cell => {
      cells.push(textOf(cell))
    })
    expect(cells).toEqual(['a', 'b, c', '1', '2'])
    expect(messages).toEqual([])
  })

  test('can be nested; each path is relative to the file that it is written in', async () => {
    const { blocks } = await read({
      'article.md': '{{< include parts/a.md >}}\n',
      'parts/a.md': 'A\n\n{{< include b.md >}}\n\n{{< include /c.md >}}\n',
      'parts/b.md': 'B\n',
      'c.md': 'C\n',
    })
    expect(blocks).toEqual(['paragraph: A', 'paragraph: B', 'paragraph: C'])
  })

  test('in a list or a block quotation include every paragraph there', async () => {
    const { manuscript } = await read({
      'article.md': '- {{< include _a.md >}}\n- b\n\n> {{< include _a.md >}}\n',
      '_a.md': 'One\n\nTwo\n',
    })
    const [list, quote] = manuscript?.body.children ?? []
    expect(list?.type === 'list' && list.children.map(item => item.children.length)).toEqual([2, 1])
    expect(quote?.type === 'blockquote' && quote.children.length).toBe(2)
  })

  test('are not replaced in code and comments', async () => {
    const { blocks, messages } = await read({
      'article.md': '```markdown\n{{< include no.md >}}\n```\n\n<!--\n{{< include no.md >}}\n-->\nEnd\n',
    })
    expect(blocks[0]).toBe('code: {{< include no.md >}}')
    expect(messages).toEqual([])
  })

  test('include only the chosen lines', async () => {
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

  test('by `literalinclude` become code, which a fence in the file does not end', async () => {
    const { manuscript } = await read({
      'article.md': '```{literalinclude} a.py\n:lines: 2-\n```\n',
      'a.py': 'x = 0\n"""\n```\n# Heading\n```\n"""\n',
    })
    expect(manuscript?.body.children).toMatchObject([
      { type: 'code', lang: 'py', value: '"""\n```\n# Heading\n```\n"""' },
    ])
  })

  test.each([
    [':caption: The `run()` of "a": ``b`` {c}: d'],
    ['---\ncaption: The `run()` of "a": ``b`` {c}: d\n---'],
    [':caption: \'The `run()` of "a": ``b`` {c}: d\''],
  ])('by `literalinclude` may have any caption: %j', async caption => {
    const { manuscript } = await read({
      'article.md': `> \`\`\`{literalinclude #lst:a .wide} a.py\n${caption.replace(/^/gm, '> ')}\n> \`\`\`\n\n# Next\n`,
      'a.py': 'x = 0\n',
    })
    const [quote, next] = manuscript?.body.children ?? []
    expect(quote).toMatchObject({
      children: [
        {
          type: 'listing',
          attributes: { id: 'lst:a', classes: ['wide'] },
          children: [
            {
              children: [
                {},
                { value: 'run()' },
                { value: ' of "a": ' },
                { value: 'b' },
                { value: ' {c}: d' },
              ],
            },
            { value: 'x = 0' },
          ],
        },
      ],
    })
    expect(next).toMatchObject({ type: 'heading' })
  })

  test('by `literalinclude` of lines that do not exist are reported', async () => {
    const { messages } = await read({
      'article.md': '```{literalinclude} a.py\n:start-after: none\n```\n',
      'a.py': 'x = 0\n',
    })
    expect(messages[0]).toContain('include-invalid')
  })

  test('leave out the front matter of the file and report its title', async () => {
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
    ['a missing file', 'no.md', 'include-missing'],
    ['a file outside the folder', '../secret.md', 'include-outside'],
    ['a remote file', 'https://example.org/a.md', 'include-outside'],
    ['the article itself', 'article.md', 'include-cyclic'],
    ['a file that includes itself', '_b.md', 'include-cyclic'],
  ])('of %s are reported and stay in the text, and the rest is read', async (_, name, rule) => {
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

  test('of more than 5 MB are reported', async () => {
    const { messages } = await read({
      'article.md': '{{< include _a.md >}}\n\nEnd\n',
      '_a.md': 'a'.repeat(5_000_001),
    })
    expect(messages[0]).toContain('include-too-large')
  })
})

describe('a manuscript of random lines in several files', () => {
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

  test('causes no error and loses no word of the main file', async () => {
    const next = sequence(7)
    for (let round = 0; round < 300; round++) {
      const texts = names.map((name, file) => {
        const count = 1 + next(14)
        const fileLines = Array.from({ length: count }, (_, at) =>
          next(3) === 0 ? `w${file}x${at}w` : (lines[next(lines.length)] ?? ''),
        )
        return [name, `Begin\n${fileLines.join(next(9) === 0 ? '\r\n' : '\n')}\n`] as const
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
        const sourceLine = origin && String(origin.file).split(/\r\n|\n|\r/)[origin.line - 1]
        // A line of the assembled text is a line of its file, or was added by the assembler.
        if (sourceLine !== undefined && /w\dx\d+w/.test(text)) expect(text).toContain(sourceLine.trim())
      }
    }
  })
})

describe('messages about a manuscript of several files', () => {
  test('name the file and line in which the author made the mistake', async () => {
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

describe('the manuscript of a project', () => {
  test('of Manubot consists of the numbered files of content/, in order', async () => {
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

  test('of MyST consists of the files of its toc; their titles become headings above their headings', async () => {
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

  test('of bookdown begins with index.Rmd, followed by the other files in order', async () => {
    const files = { 'index.Rmd': 'Index\n', 'b.Rmd': 'B\n', 'a.Rmd': 'A\n', '_c.Rmd': 'C\n' }
    const { blocks } = await read({ ...files, '_bookdown.yml': 'book_filename: x\n' })
    expect(blocks).toEqual(['paragraph: Index', 'paragraph: A', 'paragraph: B'])
    const listed = await read({ ...files, '_bookdown.yml': 'rmd_files: [index.Rmd, b.Rmd]\n' })
    expect(listed.blocks).toEqual(['paragraph: Index', 'paragraph: B'])
  })

  test('of Quarto is the article or the chapters that _quarto.yml names', async () => {
    const files = { 'x.qmd': 'X\n', 'y.qmd': 'Y\n' }
    const article = await read({ ...files, '_quarto.yml': 'manuscript:\n  article: y.qmd\n' })
    expect(article.blocks).toEqual(['paragraph: Y'])
    const book = await read({
      ...files,
      '_quarto.yml':
        'book:\n  chapters:\n    - x.qmd\n    - part: P\n      chapters: [y.qmd, z.qmd, ../w.qmd]\n',
    })
    expect(book.blocks).toEqual(['paragraph: X', 'paragraph: Y'])
    expect(book.messages.filter(line => line.includes('include-'))).toHaveLength(2)
  })

  test.each([
    ['in paper/ of a repository', { 'README.md': 'r', 'paper/paper.md': 'Text\n' }],
    ['beside README and LICENSE', { 'README.md': 'r', 'LICENSE.md': 'l', 'study.qmd': 'Text\n' }],
    ['with a general name, beside notes', { 'notes.md': 'n', 'template.qmd': 'Text\n' }],
    ['in R Markdown', { 'skeleton.Rmd': 'Text\n' }],
    ['with the extension .markdown', { 'study.markdown': 'Text\n' }],
  ])('is found %s', async (_, files) => {
    expect((await read(files)).blocks).toEqual(['paragraph: Text'])
  })

  test('has a tree whose positions refer to the assembled text', async () => {
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

/** A generator of whole numbers below `limit`: the same numbers in every run. */
function sequence(seed: number): (limit: number) => number {
  let state = seed
  return limit => {
    state = (state * 48271) % 2147483647
    return state % limit
  }
}

describe('Jinja code in the files of Manubot', () => {
  const front = { 'metadata.yaml': 'title: T\n', '01.abstract.md': '# Abstract\n\nIn short.\n' }

  test('leaves its text: marks around raw text and comments go', async () => {
    const { blocks, messages } = await read({
      ...front,
      '02.text.md': [
        'One {% raw %}$x_{{a}}$',
        'two{% endraw %} three.',
        '',
        '{% raw %}',
        '```{=latex}',
        '\\begin{equation} {{x}} \\end{equation}',
        '```',
        '{% endraw %}',
        '{## A note',
        'to ourselves ##}',
        '{%- raw -%}Four.{% endraw %}',
      ].join('\n'),
    })
    expect(messages).toEqual([])
    expect(blocks.at(-1)).toBe('paragraph: Four.')
    expect(blocks.join('\n')).not.toMatch(/\{%|raw|ourselves/)
    expect(blocks.some(block => block.startsWith('equation'))).toBe(true)
  })

  test('is reported at its place if it needs values', async () => {
    const { blocks, messages } = await read({
      ...front,
      '02.text.md': 'Built on\nthe day {{manubot.date}}.\n\n{% if x %}\nYes.\n{% endif %}\n',
    })
    expect(blocks.join('\n')).toContain('the day {{manubot.date}}.')
    expect(messages.filter(line => !line.startsWith(' ')).map(line => line.split(/\s{2,}/)[0])).toEqual([
      '02.text.md:2:9',
      '02.text.md:4:1',
      '02.text.md:6:1',
    ])
  })

  test('is text in the files of others', async () => {
    const { blocks, messages } = await read({
      'article.md': '---\ntitle: T\n---\n\n{% raw %} {{manubot.x}}\n',
    })
    expect(blocks).toEqual(['paragraph: {% raw %} {{manubot.x}}'])
    expect(messages).toEqual([])
  })
})
