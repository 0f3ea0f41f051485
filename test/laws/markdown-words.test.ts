/** Laws of the parser: no input makes it throw, no word is lost, no `attributeList` is left in the tree. */
import { globSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../pipeline/parse/markdown/index.ts'
import { findMetadataBlocks } from '../../pipeline/parse/source/metadata-blocks.ts'
import { hasShared, shared } from '../needs.ts'

/** How many characters are read of the files for which micromark needs more than linear time. */
const limits: Readonly<Record<string, number>> = {
  'backticks.md': 40_000,
  'deep-nested-lists-blockquotes.md': 20_000,
  'many-footnotes.md': 10_000,
  'mismatched-openers-and-closers.md': 5_000,
  'nested-strong-emph.md': 3_000,
}
const otherLimit = 15_000

describe.skipIf(!hasShared('corpora'))('laws over the corpora', () => {
  test.each(filesOf('corpora/hostile/markdown-{fuzz,pathological}/*'))('%s parses', name => {
    const limit = limits[name.replace(/^.*\//, '')] ?? otherLimit
    const tree = parseMarkdown(new VFile(readFileSync(new URL(name, shared), 'utf8').slice(0, limit)))
    expect(tree.type).toBe('root')
  })

  test.each(filesOf('corpora/manuscripts/**/*.md'))('%s keeps its words', name => {
    const source = readFileSync(new URL(name, shared), 'utf8')
    expect(lostWords(source)).toEqual([])
  })
})

describe('laws over generated inputs', () => {
  const parts = [
    '\n\n',
    '\n',
    ' ',
    '[',
    '](u)',
    ']',
    '[see ',
    '@doe99',
    '-@x',
    '@fig:a(a)',
    '; ',
    ', p. 3',
    '{#id .c}',
    '{.x}',
    '{',
    '}',
    '^[',
    '$',
    '$$',
    '$$\n',
    '\n$$ {#eq:x}',
    '::: a\n',
    '::: {#fig:x}\n',
    '\n:::\n',
    '![',
    '![cap](a.png)',
    '*',
    '**',
    '`',
    '```\n',
    '> ',
    '- ',
    '| a | b |\n|--|--|\n| 1 | 2 |\n',
    '\n: cap',
    'Table: x',
    '# ',
    '{-}',
    '{looseness=1}',
    '{.page}',
    '\n\n\\newpage\n\n',
    '::: page-break\n:::\n',
    '[^1]',
    '\n[^1]: note',
    '\\',
    '\\(',
    '\\)',
    '\\[',
    '\\]',
    '\\emph{',
    '{\\em ',
    "\\'e",
    '\\cite[',
    ']{',
    '\\ref{a}',
    '\\label{b}',
    '\\unknown{',
    '\\footnote{',
    '\\@ref(fig:c)',
    '\n\\begin{equation}\n',
    '\n\\end{equation}',
    '\\begin{figure}\n',
    '\\includegraphics{d.png}',
    '\\caption{',
    '\n\\end{figure}\n',
    '\\begin{itemize}\n\\item ',
    '\\end{itemize}',
    '\\begin{tabular}{l}',
    ' & ',
    '\\\\',
    '\\end{tabular}',
    '\t',
    '<b>',
    '&amp;',
    '\n[r]: http://x.y\n',
    'a@b.org',
    '~~',
    '\r\n',
    '  \n',
    '    ',
    '^',
    '~',
    '\\ ',
    '\n: ',
    '\n\n:   ',
    '\n~ ',
    '\na. ',
    '\n(i) ',
    '\n\nB)  ',
    '\n(@) ',
    '\n(@x) ',
    '\n#. ',
    '\n| ',
    '{=html}',
    '\n```{=html}\n',
    '{.smallcaps}',
    '```{r}\n',
    '```{python, label="a", fig.cap="b"}\n',
    '#| label: fig-y\n',
    '`r 1`',
    '{{< ',
    ' >}}',
    '::: {.callout-note}\n',
    '::: {#thm-x name="y"}\n',
    '::: {#fig-z layout-ncol=2}\n',
    '(ref:a) ',
    'Listing: ',
    '+@fig:a',
    '\\listoffigures',
    '```{note} ',
    '````{figure} a.png\n',
    ':::{tip}\n',
    '\n::::{table} cap\n',
    '\n::::\n',
    ':name: x\n',
    '---\n',
    '```{list-table}\n',
    '```{math}\n',
    '```{abc}\n',
    ':::{prf:theorem} ',
    '\n```\n',
    '{sub}`',
    '{cite:p}`',
    '{numref}`x`',
    '{abbr}`',
    '(tgt)=\n',
    '\n+++ {"part": "abstract"}\n',
    '\n% ',
    '{{ x }}',
    '[](#x)',
    '$$ (l)',
  ]

  test('no random mixture of marks throws or loses a word', () => {
    const next = sequence(1)
    for (let round = 0; round < 2500; round++) {
      const marks = Array.from({ length: 3 + next(28) }, () => parts[next(parts.length)])
      const source = marks.map((mark, index) => `${mark}${next(3) === 0 ? `w${index}w ` : ''}`).join('')
      const lost = lostWords(source).filter(word => /^w\d+w$/.test(word))
      expect(lost, JSON.stringify(source)).toEqual([])
    }
  })

  test.each([
    '[',
    '^[',
    '[@a ',
    '{a="',
    '$',
    '$$ a ',
    '@a [p ',
    '::: a\n',
    '![',
    '@fig:x(a',
    '[a]{',
    '^a',
    '~a',
    '^[a',
    ': a\n',
    'a. a\n',
    'a\n\n: b\n\n',
    ': ',
    'a. ',
    '| a\n',
    '\\ ',
    '```{note}\n',
    ':::{tip}\n',
    '{sub}`',
    '{x}',
    '(a)=\n',
    '{{ ',
  ])(
    '%s, repeated a thousand times, is read in finite time',
    // Reading takes up to 0.3 s; with backtracking, it would take far longer than this limit.
    { timeout: 20_000 },
    mark => {
      expect(parseMarkdown(new VFile(mark.repeat(1000))).children).not.toEqual([])
    },
  )
})

/** Words of the syntax, which leave no word in the tree. */
const syntaxWords: ReadonlySet<string> = new Set(['Table', 'Listing', 'subsection'])

/** The words of the source, apart from those of the syntax, that are missing in its tree. */
function lostWords(source: string): readonly string[] {
  const tree = parseMarkdown(new VFile(source))
  const text: string[] = []
  collect(tree, text)
  const kept = text.join(' ')
  // Later blocks of metadata are not text.
  const { rest } = findMetadataBlocks(source)
  const words = new Set(wordsOf(withoutNames(rest.replace(/&#?\w+;|\\vspace\{.*?\}|\\[a-zA-Z]+/g, ' '))))
  return [...words].filter(word => !kept.includes(word) && !syntaxWords.has(word))
}

/**
 * The source without the names of directives, of their options and of roles, and without comments, which
 * begin with `%`.
 */
function withoutNames(source: string): string {
  return source
    .replace(/^([\s>*-]*(?:`{3,}|~{3,}|:{3,})\s*)\{[A-Za-z][\w:.-]*\}/gm, '$1')
    .replace(/^([\s>]*:)[A-Za-z][\w-]*:/gm, '$1')
    .replace(/\{[A-Za-z][\w:.-]*\}`/g, '`')
    .replace(/^%.*/gm, '')
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Adds all strings and keys below a value of the tree to `text`. */
function collect(value: unknown, text: string[]): void {
  if (typeof value === 'string') text.push(value)
  if (typeof value !== 'object' || value === null) return
  expect(value).not.toHaveProperty('type', 'attributeList')
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'position') continue
    text.push(key)
    collect(inner, text)
  }
}

function filesOf(pattern: string): readonly string[] {
  const cwd = fileURLToPath(shared)
  return globSync(pattern, { cwd })
    .filter(name => statSync(new URL(name, shared)).isFile())
    .toSorted()
}

/** A generator of whole numbers below `limit`, which are the same in every run (mulberry32). */
function sequence(seed: number): (limit: number) => number {
  let state = seed
  return limit => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}
