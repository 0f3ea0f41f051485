import { describe, expect, test } from 'vitest'
import { printLatex } from './print-latex.ts'

test.each([
  ['{\\fontsize{10}{12}\\selectfont a}', 'a'],
  ['a \\addcontentsline{toc}{section}{Name} b', 'a b'],
  ['a \\renewbibmacro*{in:}[1]{x} b', 'a b'],
  ['a \\renewbibmacro{in:}{} b', 'a b'],
  ['a {\\fontfamily{ptm}\\fontseries{b}\\fontshape{it}\\selectfont b}', 'a b'],
  ['a \\phantomsection{b} c', 'a {b} c'],
  ['a \\rule[1pt]{1cm}{2pt} b', 'a b'],
  ['\\color[rgb]{1,0,0} a \\textcolor[HTML]{ff0000}{b}', 'a b'],
  ['a \\index{word} \\hrulefill b', 'a b'],
  ['Ann \\and Bob', 'Ann and Bob'],
  ['\\fcolorbox{a}{b}{c} \\parbox[t]{3cm}{d} \\makebox[1cm][l]{e} \\raisebox{2pt}{f}', 'c d e f'],
  ['\\rotatebox{90}{a} \\scalebox{0.5}{b} \\resizebox{1cm}{!}{c} \\texorpdfstring{d}{e}', 'a b c d'],
  ['\\Upsilon \\Alpha \\vartheta', '⟨Υ⟩ ⟨Α⟩ ⟨ϑ⟩'],
])('%s', async (source, printed) => {
  const { text, messages } = await printLatex(source)
  expect(text.replace(/\s+/g, ' ')).toBe(printed)
  expect(messages).toEqual([])
})

describe('glossaries', () => {
  const definitions = [
    '\\newacronym[sort=x]{cpu}{CPU}{central processing unit}',
    '\\newabbreviation{gpu}{GPU}{graphics unit}',
    '\\newglossaryentry{tree}{name={tree},description={a plant, tall},plural={treen},symbol={T}}',
    '\\acrodef{RAM}{random access memory}',
    '\\DeclareAcronym{xyz}{short=XYZ,long={ex, why}}',
  ].join('\n')
  test.each([
    ["\\gls[counter=x]{cpu}['s] \\Glspl{cpu} \\acrshortpl{cpu}", 'CPU’s CPUs CPUs'],
    [
      '\\acrlong[x]{cpu} \\Acrlong{gpu} \\acrfull{cpu}',
      'central processing unit Graphics unit central processing unit (CPU)',
    ],
    ['\\glsentryshort{cpu} \\glsxtrlong{gpu} \\ac{RAM} \\acl{xyz}', 'CPU graphics unit RAM ex, why'],
    [
      '\\gls{tree} \\glspl{tree} \\Gls{tree} \\glsdesc{tree} \\glssymbol{tree}',
      'tree treen Tree a plant, tall T',
    ],
    ['\\glslink{cpu}{the word} \\glsdisp{cpu}{shown}', 'the word shown'],
  ])('%s', async (source, printed) => {
    const { text, messages } = await printLatex(`${definitions}\n\n${source}`)
    expect(text).toBe(printed)
    expect(messages).toEqual([])
  })
})

test('chapters are above sections', async () => {
  const { html } = await printLatex(
    '\\chapter{One}\n\n\\section{Two}\n\n\\chapter*{Three}\\label{three}\n\n\\ref{three}',
  )
  expect(
    [...html.matchAll(/<h(\d)[^>]*>(?:<span[^>]*>[^<]*<\/span>\s*)?([A-Z]\w+)/g)]
      .slice(-3)
      .map(match => `${match[1]} ${match[2]}`),
  ).toEqual(['2 One', '3 Two', '2 Three'])
})

test.each(['itemize', 'enumerate', 'description'])('text before the first item of %s is kept', async name => {
  const { text } = await printLatex(
    `\\begin{${name}}\n\\setlength{\\itemsep}{0pt}\nBefore.\n\\item[a] one\n\\end{${name}}`,
  )
  expect(text).toMatch(/^Before\. .*one$/)
})

test('\\cross is not \\cr', async () => {
  const { text } = await printLatex('\\begin{align*}\na \\cross b &= c \\cr\nd &= e\n\\end{align*}')
  expect(text).toBe('⟨a×b=cd=e⟩')
})
