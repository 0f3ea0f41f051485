/** Examples of language, with glosses between the lines. */
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

async function build(text: string) {
  const { html, messages } = await buildArticle({ 'article.md': `${text}\n` })
  const [, ...examples] = html.split('<div class="gloss-example')
  const words = html
    .replace(/<\/?(?:a|span)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00A0]+/g, ' ')
  return { html, messages: messages.join('\n'), words, examples }
}

/** The columns of an example: words with their glosses. */
function columns(html: string): readonly string[] {
  return html
    .split('<span class="gloss-word">')
    .slice(1)
    .map(column => {
      const cells = column.split(/<\/p>|<span class="gloss-word">/)[0] ?? ''
      return cells
        .replace(/<[^>]+>/g, '')
        .trim()
        .replace(/\s+/g, ' ')
    })
}

const walk = `::: {.ex #ex:walk}
| Norsk (Germanic)
| Jenta som gikk *over gata*.
| girl.DEF that walk.PST over street.DEF
| 'The girl who walked across the street.'
:::`

describe('an example of pandoc-ling', () => {
  it('is aligned word by word, and numbered', async () => {
    const { messages, examples, words } = await build(`See @ex:walk and [@ex:walk] (@ex:walk).\n\n${walk}`)
    expect(messages).toBe('')
    expect(columns(examples[0] ?? '')).toEqual([
      'Jenta girl.DEF',
      'som that',
      'gikk walk.PST',
      'over over',
      'gata. street.DEF',
    ])
    expect(words).toContain('See (1) and (1) (1).')
    expect(words).toContain('(1) Norsk (Germanic) Jenta')
    expect(words).toContain('‘The girl who walked across the street.’')
    expect(examples[0]).toContain('<em>over</em>')
    expect(examples[0]).toContain('girl.<span class="gloss-abbreviation">DEF</span>')
  })

  it.each([
    ['| a b\n| x y\n| ‘z’', ['a x', 'b y'], ''],
    ['|\n| a b\n| x y\n| ‘z’', ['a x', 'b y'], ''],
    ['| T\n| a b\n| 1 2\n| x y\n| ‘z’', ['a 1 x', 'b 2 y'], ''],
    ['| a b\n| x y', ['a x', 'b y'], ''],
    ['| a b\n| ‘x y’', [], ''],
    ['| T\n| a b\n| x\n| ‘z’', ['a x', 'b'], 'gloss-unaligned'],
  ])('of the lines %j', async (lines, expected, rule) => {
    const { examples, messages } = await build(`::: ex\n${lines}\n:::`)
    expect(columns(examples[0] ?? '')).toEqual(expected)
    if (rule === '') expect(messages).toBe('')
    else expect(messages).toMatch(new RegExp(`article\\.md:\\d+:3 .*${rule}`))
  })

  it('has parts with letters', async () => {
    const { words, messages } = await build(
      "::: {.ex #ex:p}\nSome words.\n\na. ^* Hun en bok leser.\nb. Hun leser.\nc.  | Han sov\n    | 3SG.M sleep.PST\n    | 'He slept.'\n:::\n\nSee @ex:p.",
    )
    expect(messages).toBe('')
    expect(words).toContain(
      '(1) Some words. a. *Hun en bok leser. b. Hun leser. c. Han 3SG.M sov sleep.PST ‘He slept.’ See (1).',
    )
  })

  it('shares its numbers with example lists', async () => {
    const { words } = await build(`(@good) Hun leser.\n\n${walk}\n\nSee (@good) and @ex:walk.`)
    expect(words).toContain('(2) Norsk')
    expect(words).toContain('See (1) and (2)')
  })

  it('marks abbreviations, and no other capitals', async () => {
    const { html } = await build('::: ex\n| a b c d e\n| I 1SG-M NATO.x Peter F.SG\n:::')
    expect([...html.matchAll(/gloss-abbreviation">([^<]*)</g)].map(([, text]) => text)).toEqual([
      '1SG',
      'M',
      'NATO',
      'F',
      'SG',
    ])
  })

  it('that contains anything else stays a div', async () => {
    const { words, examples } = await build('::: ex\n| a\n\n```\ncode\n```\n:::')
    expect(examples).toEqual([])
    expect(words).toContain('code')
  })
})

describe('a line block that must be a gloss', () => {
  it('is aligned without a number', async () => {
    const { examples, words } = await build('| Han sov\n| 3SG.M sleep.PST\n| ‘He slept’')
    expect(columns(examples[0] ?? '')).toEqual(['Han 3SG.M', 'sov sleep.PST'])
    expect(words).not.toContain('(1)')
  })

  it.each([
    '| Roses are red\n| violets are blue\n| ‘poems are’',
    '| A b\n| C.D e f\n| ‘g’',
    '| A b\n| c.D e',
  ])('is not %j', async lines => {
    expect((await build(lines)).examples).toEqual([])
  })
})

describe('examples of gb4e', () => {
  it('are aligned, numbered and can be named', async () => {
    const { words, examples, messages } = await build(String.raw`See (\ref{ex:gb}), \ref{ex:b} and @ex:b.

\begin{exe}
\ex\label{ex:gb} \gll Han kommer {til byen}\\
he come.PRS to\_town\\
\glt ${'`'}He does not come.'
\ex Two of them: \begin{xlist}
\ex First part
\ex[*]{\label{ex:b} Second part}
\end{xlist}
\ex \glll a b\\ c d\\ e f\\ \trans Free
\end{exe}`)
    expect(messages).toBe('')
    expect(columns(examples[0] ?? '')).toEqual(['Han he', 'kommer come.PRS', 'til byen to_town'])
    expect(columns(examples[2] ?? '')).toEqual(['a c e', 'b d f'])
    expect(words).toContain('See (1), 2b and (2b)')
    expect(words).toContain('‘He does not come.’')
    expect(words).toContain('(2) Two of them: a. First part b. *Second part (3)')
    expect(words).toContain('Free')
  })

  it('that begin with something else are reported', async () => {
    const { messages } = await build('\\begin{exe}\nText\n\\ex One\n\\end{exe}')
    expect(messages).toMatch(/article\.md:1:1 .*exe.*syntax-unread/)
  })
})

describe('the names of the examples around a reference', () => {
  const second = walk.replace('#ex:walk', '#ex:two')

  it('become their numbers', async () => {
    const { messages, words } = await build(
      `See [@next] and [@next; @nnext].\n\n${walk}\n\nBetween @last and [@next].\n\n${second}\n\nAs in [@llast] and [@last].`,
    )
    expect(messages).toBe('')
    expect(words).toContain('See (1) and (1), (2).')
    expect(words).toContain('Between (1) and (2).')
    expect(words).toContain('As in (1) and (2).')
  })

  it('are reported if there is no such example', async () => {
    const { messages, words } = await build(`See [@last].\n\n${walk}\n\nSee [@next].`)
    expect(messages.match(/citation-unknown/g)).toHaveLength(2)
    expect(words).toContain('next')
  })

  it('are keys in an article without examples', async () => {
    const { messages } = await build('See [@next].')
    expect(messages).toContain('`next`, the bibliography has no such entry')
  })
})
