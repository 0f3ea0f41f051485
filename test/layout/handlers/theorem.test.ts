/** Theorems and admonitions: their numbers, their heads, and references to them. */
import { describe, expect, it, test } from 'vitest'
import { buildArticle } from '../../build-article.ts'

async function text(source: string, style?: string): Promise<string> {
  const { html } = await buildArticle({ 'article.md': `---\ntitle: T\n---\n\n${source}\n` }, style)
  const found = /<div class="text">([\s\S]*?)<\/main>|<div class="text">([\s\S]*)$/.exec(html)
  return (found?.[1] ?? found?.[2] ?? '').replaceAll('\u00A0', ' ')
}

const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim()

describe('theorems', () => {
  const source = `
:::{prf:theorem} Pythagoras
:label: thm-a
One.
:::

:::{prf:lemma}
:label: lem-a
Two.
:::

:::{prf:theorem}
:label: thm-b
Three.
:::

:::{prf:theorem}
:enumerated: false
Four.
:::

:::{prf:proof} of [](#thm-b)
Five.
:::

See [](#thm-a), {prf:ref}\`lem-a\`, [Satz %s](#thm-b), [this](#thm-a), Theorems [](#thm-a) and [](#thm-b).`

  it('are counted by kind, and can be referred to', async () => {
    const found = words(await text(source))
    expect(found).toContain('Theorem 1 (Pythagoras). One.')
    expect(found).toContain('Lemma 1. Two.')
    expect(found).toContain('Theorem 2. Three.')
    expect(found).toContain('Theorem. Four.')
    expect(found).toContain('Proof (of Theorem 2). Five.')
    expect(found).toContain('See Theorem 1, Lemma 1, Satz 2, this, Theorems 1 and 2.')
  })

  it('have ids and classes for the CSS', async () => {
    const html = await text(source)
    expect(html).toContain('<div class="theorem theorem-lemma" id="lem-a">')
    expect(html).toContain('<p><span class="theorem-label">Lemma 1.</span> Two.</p>')
    expect(html.match(/class="proof-end"/g)).toHaveLength(1)
  })

  it('have a head in a separate paragraph if they begin with another block', async () => {
    const html = await text('```{prf:axiom} Name?\n- One\n```')
    expect(html).toMatch(
      /<p class="head"><span class="theorem-label">Axiom 1 \(Name\?\)\.<\/span><\/p>\s*<ul>/,
    )
  })

  it('have the end mark of a proof in a separate line after a formula', async () => {
    const html = await text('```{prf:proof}\nBy\n$$\na = b\n$$\n```')
    expect(html).toContain('<div class="proof-end-line standing"><span class="proof-end"')
  })
})

describe('an environment of LaTeX', () => {
  it('is set, counted and referred to by its own name', async () => {
    const source = `\\newtheorem{hyp}{Hypothesis}

\\begin{theorem}
One.
\\end{theorem}

\\begin{hyp}[Main]\\label{h}
Two.
\\end{hyp}

See \\autoref{h} and Hypothesis \\ref{h}.`
    const found = words(await text(source))
    expect(found).toContain('Theorem 1. One.')
    expect(found).toContain('Hypothesis 1 (Main). Two.')
    expect(found).toContain('See Hypothesis 1 and Hypothesis 1.')
  })

  it('sets the head of an algorithm above its lines', async () => {
    const source = `\\begin{algorithm}
\\caption{Sort}\\label{a}
\\begin{algorithmic}
\\State one
\\end{algorithmic}
\\end{algorithm}

Algorithm \\ref{a}.`
    const html = await text(source)
    expect(html).toMatch(
      /<p class="head"><span class="theorem-label">Algorithm 1 \(Sort\)\.<\/span><\/p>\s*<p>one<\/p>/,
    )
    expect(words(html)).toContain('Algorithm 1.')
  })

  it('begins appendices', async () => {
    const found = words(await text('# Text\n\n\\appendix\n\n# Proofs {#sec:p}\n\nSee @sec:p.'))
    expect(found).toContain('Appendix A Proofs')
    expect(found).toContain('See Appendix A.')
  })

  it('has units in formulas', async () => {
    const html = await text('$\\SI[per-mode=symbol]{5}{\\kilo\\meter\\per\\second}$')
    expect(html).not.toContain('class="problem"')
    expect(words(html)).toContain('5km/s')
  })
})

describe('boxes', () => {
  it.each([
    ['```{note}\nText.\n```', 'Note. Text.'],
    ['```{tip} A *title*\nText.\n```', 'Tip: A title. Text.'],
    ['```{warning} Why?\nText.\n```', 'Warning: Why? Text.'],
    ['```{admonition} Own\nText.\n```', 'Own. Text.'],
    ['```{aside}\nText.\n```', 'Text.'],
    ['```{note} Only this\n```', 'Note. Only this'],
  ])('%j', async (source, expected) => {
    expect(words(await text(source))).toContain(expected)
  })

  it('are never footnotes, whatever their class', async () => {
    const html = await text('::: {.note .quiet}\nText.\n:::')
    expect(html).toContain('<div class="own-note quiet">')
  })
})

test('theorems that share a counter are counted together, and anew in each section', async () => {
  const source = `\\newtheorem{thm}{Theorem}[section]
\\newtheorem{lem}[thm]{Lemma}

# A

\\begin{thm}One.\\end{thm}

\\begin{lem}\\label{b}Two.\\end{lem}

# B

\\begin{lem}Three.\\end{lem}

See \\autoref{b}.`
  const found = words(await text(source))
  expect(found).toContain('Theorem 1.1. One.')
  expect(found).toContain('Lemma 1.2. Two.')
  expect(found).toContain('Lemma 2.1. Three.')
  expect(found).toContain('See Lemma 1.2.')
})

test('GitHub alerts are boxes', async () => {
  const found = words(
    await text('> [!NOTE]\n> Said *here*.\n\n> [!WARNING]\n>\n> Second.\n\n> [!OTHER]\n> Third.'),
  )
  expect(found).toContain('Note. Said here.')
  expect(found).toContain('Warning. Second.')
  expect(found).toContain('[!OTHER] Third.')
})

it.each([
  ['::: {.proof name="Proof of the claim"}\nWords.\n:::', 'Proof of the claim. Words.'],
  ['\\begin{proof}[Sketch of proof]\nWords.\n\\end{proof}', 'Sketch of proof. Words.'],
  ['::: {.proof name="Direct"}\nWords.\n:::', 'Proof (Direct). Words.'],
  ['::: {#def-a name="Definition of size"}\nWords.\n:::', 'Definition 1 (Definition of size). Words.'],
])('a title that names the kind is the head: %s', async (source, head) => {
  expect(words(await text(source))).toContain(head)
})
