/** Typed punctuation → printed punctuation, in the language of each passage and across markup. */
import { toString as plainText } from 'mdast-util-to-string'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../../pipeline/parse/markdown/index.ts'
import { setPunctuation } from '../../../pipeline/resolve/punctuation/index.ts'
import { buildArticle } from '../../build-article.ts'

function printed(source: string, language = 'en'): string {
  const tree = parseMarkdown(new VFile(source))
  setPunctuation(tree, language)
  return plainText(tree)
}

describe('English', () => {
  it.each([
    ['"Hello," she said.', '“Hello,” she said.'],
    ['He said "yes" and \'no\'.', 'He said “yes” and ‘no’.'],
    ["\"It's 'so',\" he said", '“It’s ‘so’,” he said'],
    ['"\'Nested\' first" and "last \'nested\'"', '“‘Nested’ first” and “last ‘nested’”'],
    ["don't, the authors' work, o'clock", 'don’t, the authors’ work, o’clock'],
    ["the '90s, in '68, rock 'n' roll, 'tis", 'the ’90s, in ’68, rock ’n’ roll, ’tis'],
    ["the 1990's", 'the 1990’s'],
    ['"*word*" and *"word"*', '“word” and “word”'],
    ['"**bold** text"', '“bold text”'],
    ['("in brackets") ["more"]', '(“in brackets”) [“more”]'],
    ['a "quote"---dashed---"again"', 'a “quote”—dashed—“again”'],
    ['pages 3--5, a -- b, and so on...', 'pages 3–5, a – b, and so on…'],
    ['the "$x$" and `"x"`', 'the “x” and "x"'],
    ["`code`'s and $x$'s", 'code’s and x’s'],
    ["5' tall, 12\" wide, 5'10\", 3'UTR, 5'-end", '5′ tall, 12″ wide, 5′10″, 3′UTR, 5′-end'],
    ['"a quote that goes on', '“a quote that goes on'],
    ['\\"straight\\" and it\\\'s', '"straight" and it\'s'],
    ['an option \\-\\-verbose, and\\...', 'an option --verbose, and...'],
    ['“curly” and ‘so’ stay', '“curly” and ‘so’ stay'],
    ['"semi-" and "pre-", "a"/"b"', '“semi-” and “pre-”, “a”/“b”'],
    ["<https://example.org/a--b?c='d'>", "https://example.org/a--b?c='d'"],
    ['see https://example.org/a--b', 'see https://example.org/a--b'],
    ['---- and <-- and -->', '---- and <-- and -->'],
    ['"What?" "Yes!"', '“What?” “Yes!”'],
    ['He said,"so"', 'He said,“so”'],
    ['line\n"breaks" here', 'line\n“breaks” here'],
    ['"a[^1]" b\n\n[^1]: "Note"', '“a” b“Note”'],
    ['Schrödinger\'s "Katze"\'s end', 'Schrödinger’s “Katze”’s end'],
  ])('%s', (source, expected) => {
    expect(printed(source)).toBe(expected)
  })

  it('does not change when it is set twice', () => {
    const tree = parseMarkdown(new VFile('"It\'s" -- *"so"*...'))
    setPunctuation(tree, 'en')
    const once = plainText(tree)
    setPunctuation(tree, 'en')
    expect(plainText(tree)).toBe(once)
  })
})

describe('quotes by language', () => {
  it.each([
    ['de', '„a ‚b‘ c“'],
    ['de-AT', '„a ‚b‘ c“'],
    ['de-CH', '«a ‹b› c»'],
    ['fr', '«\u00A0a “b” c\u00A0»'],
    ['sv', '”a ’b’ c”'],
    ['pl', '„a «b» c”'],
    ['ja', '「a 『b』 c」'],
    ['zh-Hans', '“a ‘b’ c”'],
    ['zh-TW', '「a 『b』 c」'],
    ['ru', '«a „b“ c»'],
    ['es', '«a “b” c»'],
    ['nl', '“a ‘b’ c”'],
    ['hu', '„a »b« c”'],
    ['en-GB', '“a ‘b’ c”'],
    ['xx', '“a ‘b’ c”'],
  ])('%s', (language, expected) => {
    expect(printed('"a \'b\' c"', language)).toBe(expected)
  })

  it.each([
    ['zh', '他说："天地\'玄黄\'，宇宙。"日月', '他说：“天地‘玄黄’，宇宙。”日月'],
    ['ja', '彼は"猫"と言った', '彼は「猫」と言った'],
  ])('%s, in text without spaces between the words', (language, source, expected) => {
    expect(printed(source, language)).toBe(expected)
  })

  it('follow the language of the passage', () => {
    expect(printed('"a" ["b"]{lang=de} "c"')).toBe('“a” „b“ “c”')
    expect(printed('::: {lang=fr}\n"a" ; b\n:::\n\n"c"')).toBe('«\u00A0a\u00A0»\u202F; b“c”')
    expect(printed("Das war's, in den '90ern", 'de')).toBe('Das war’s, in den ’90ern')
  })
})

describe('French spaces', () => {
  it.each([
    ['Vraiment ? Oui ! Donc : oui ; non.', 'Vraiment\u202F? Oui\u202F! Donc\u00A0: oui\u202F; non.'],
    ['Vraiment? Oui; à 10:30.', 'Vraiment\u202F? Oui\u202F; à 10:30.'],
    ['« mot » et «mot»', '«\u00A0mot\u00A0» et «\u00A0mot\u00A0»'],
    ['*mot*: $x$ ; `c` :', 'mot\u00A0: x\u202F; c\u00A0:'],
    ['Quoi ?! «Non!»', 'Quoi\u202F?! «\u00A0Non\u202F!\u00A0»'],
    ['voir <https://example.org/?a=b>', 'voir https://example.org/?a=b'],
  ])('%s', (source, expected) => {
    expect(printed(source, 'fr')).toBe(expected)
  })

  it('are not set in English', () => {
    expect(printed('Really ? Yes: so', 'en')).toBe('Really ? Yes: so')
  })
})

it('is set in titles, abstracts, captions, notes, tables and the words of citations', async () => {
  const { article, html } = await buildArticle({
    'article.md': `---
title: The "T" of 'it' -- so
short-title: The "T"
abstract: An "abstract".
bibliography: refs.bib
---

# A "head"

| "a" |
|-----|
| b's |

: A "table".

Text^[A "note".] [see "a" @w, it's].
`,
    'refs.bib': '@book{w, author = {A}, title = {The "Title" -- it\'s}, year = 2000}',
  })
  expect(article.plainTitle).toBe('The “T” of ‘it’ – so')
  const text = html.replace(/<[^>]+>/g, '')
  for (const part of ['An “abstract”.', 'A “head”', '“a”', 'b’s', 'A “table”.', 'A “note”.', 'see “a”']) {
    expect(text).toContain(part)
  }
})
