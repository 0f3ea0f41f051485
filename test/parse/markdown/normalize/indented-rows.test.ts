/** Rows of pipe tables that are indented like code. */
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../../../build-article.ts'

async function build(...lines: readonly string[]) {
  const { html } = await buildArticle({ 'article.md': `---\ntitle: T\n---\n\n${lines.join('\n')}\n` })
  const rows = html.match(/<tr>.*?<\/tr>/gs) ?? []
  const cells = rows.map(row => row.replace(/<\/t[dh]><t[dh][^>]*>/g, ' | ').replace(/<[^>]+>/g, ''))
  return { cells, html }
}

describe('an indented row', () => {
  it('belongs to the table above it, and so do the rows after it', async () => {
    const { cells, html } = await build(
      'a | b',
      '--|--',
      '    1 | *x*',
      '    2 | `y|z`',
      '3 | 4',
      '',
      'Text.',
    )
    expect(cells).toEqual(['a | b', '1 | x', '2 | y|z', '3 | 4'])
    expect(html).toContain('<em>x</em>')
    expect(html).not.toContain('<pre')
    expect(html).toContain('Text.')
  })

  it('may have bars at its ends, and more or fewer cells than the head', async () => {
    const { cells } = await build('| a | b |', '|---|---|', '| 1 | 2 |', '     | 3 | 4 | 5 |', '      6 | ')
    expect(cells).toEqual(['a | b | ', '1 | 2 | ', '3 | 4 | 5', '6 |  | '])
  })

  it('comes before the caption', async () => {
    const { cells, html } = await build('a | b', '--|--', '    1 | 2', '', ': Fish. {#tbl:x}')
    expect(cells).toHaveLength(2)
    expect(html).toMatch(/<figcaption>.*Fish\./s)
  })

  it.each([
    [['a | b', '--|--', '1 | 2', '', '    x | y']],
    [['a | b', '--|--', '1 | 2', '    no bar']],
    [['a | b', '--|--', '1 | 2', '```', 'x | y', '```']],
  ])('is code otherwise: %j', async lines => {
    const { html } = await build(...lines)
    expect(html).toContain('<pre')
  })
})
