/** Numbers that authors type into captions and headings. */
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'

const image = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'

async function build(text: string, style?: string) {
  const { html, messages } = await buildArticle({ 'article.md': text, 'a.svg': image }, style)
  const words = html.replace(/<[^>]+>/g, '').replaceAll('\u00A0', ' ')
  return { messages: messages.join('\n'), html, words: words.replace(/\s+/g, ' ') }
}

describe('a number in a caption', () => {
  it.each([
    ['![**Figure 1.** A thing.](a.svg)', 'Fig. 1. A thing.'],
    ['![Figure 1: A thing.](a.svg)', 'Fig. 1. A thing.'],
    ['![Fig. 1 – A thing.](a.svg)', 'Fig. 1. A thing.'],
    ['![**Figure 1** A thing.](a.svg)', 'Fig. 1. A thing.'],
    ['![**Figure 1. A thing.** More.](a.svg)', 'Fig. 1. A thing. More.'],
    ['![**Figure 1**: A thing.](a.svg)', 'Fig. 1. A thing.'],
    ['![*Figure 1*. $x$ is a thing.](a.svg)', 'Fig. 1. '],
    ['![Abbildung 1: Ein Ding.](a.svg)', 'Fig. 1. Ein Ding.'],
    ['![图 1：东西](a.svg)', 'Fig. 1. 东西'],
    ['![Рис. 1. Вещь](a.svg)', 'Fig. 1. Вещь'],
    ['| a |\n|---|\n| 1 |\n\n: **Table 1.** A table.', 'Table 1. A table.'],
    ['| a |\n|---|\n| 1 |\n\nTable: Tabelle 1 -- Ein Ding.', 'Table 1. Ein Ding.'],
    ['```{.r caption="Listing 1. Code."}\nx\n```', 'Listing 1. Code.'],
  ])('is printed once: %j', async (source, expected) => {
    const { words, messages } = await build(source)
    expect(words).toContain(expected)
    expect(words).not.toMatch(/(?:Figure|Abbildung|Рис\.|图|Tabelle) 1/)
    expect(messages).toMatch(/article\.md:\d+:\d+ +warning .*number-typed/)
  })

  it.each([
    '![Figure 1 of the older paper, drawn again.](a.svg)',
    '![Figures 1 and 2 together.](a.svg)',
    '![Figure-of-eight knot.](a.svg)',
    '![Fig trees.](a.svg)',
    '![Table 2: values of a table in a figure.](a.svg)',
    '![Figure 1.5 times as large.](a.svg)',
  ])('is not seen in a sentence: %j', async source => {
    const { words, messages } = await build(source)
    expect(words).toContain(`Fig. 1. ${source.slice(2, source.indexOf(']'))}`)
    expect(messages).toBe('')
  })

  it('that differs is reported at its place with the printed one', async () => {
    const { words, messages } = await build('![Figure 3: A thing.](a.svg)\n\n![Figure 2: Two.](a.svg)')
    expect(words).toContain('Fig. 1. A thing.')
    expect(messages).toMatch(/article\.md:1:3 .*`Figure 3:`.*`1` is printed/)
    expect(messages).toMatch(/article\.md:3:3 .*`Figure 2:`, typed by hand +number-typed/)
  })

  it('of a series of its own is kept', async () => {
    const { words, messages } = await build(
      'See @fig:s and @fig:b.\n\n![Figure S1. A thing.](a.svg){#fig:s}\n\n![B](a.svg){#fig:b}',
    )
    expect(messages).toBe('')
    expect(words).toContain('See Fig. S1 and Fig. 1.')
    expect(words).toContain('Fig. S1. A thing.')
  })
})

describe('a number of a supplement', () => {
  it.each([
    ['![**Supplementary Figure 2.** A map. More.](a.svg){#fig:x}', 'Supplementary Figure 2. A map.'],
    ['![Suppl. Fig. 2: A map.](a.svg){#fig:x}', 'Suppl. Fig. 2: A map.'],
    ['![Extended Data Figure 2 | A map.](a.svg){#fig:x}', 'Extended Data Figure 2 | A map.'],
  ])('is not counted and stays as typed: %j', async (source, expected) => {
    const { words, messages } = await build(`See @fig:y.\n\n${source}\n\n![Two](a.svg){#fig:y}`)
    expect(words).toContain(`See Fig. 1. ${expected}`)
    expect(words).toContain('Fig. 1. Two')
    expect(messages).toBe('')
  })

  it('is what a reference prints', async () => {
    const { words } = await build('See @fig:x.\n\n![Supplementary Figure 2: A map.](a.svg){#fig:x}')
    expect(words).toContain('See Supplementary Figure 2.')
  })

  it('agrees with the tag of the figure', async () => {
    const { words, messages } = await build('![Supplementary Figure 2: A map.](a.svg){#fig:x tag="S2"}')
    expect(words).toContain('Fig. S2. A map.')
    expect(messages).toBe('')
  })
})

describe('a figure without a caption', () => {
  it('has no number', async () => {
    const { words, html } = await build('![](a.svg){alt=""}\n\n![Words](a.svg)')
    expect(words).toContain('Fig. 1. Words')
    expect(html.match(/<figcaption>/g)).toHaveLength(1)
  })

  it.each(['![\n](a.svg "A title"){alt="x"}', '![ ](a.svg){alt="x"}'])(
    'has no number if its caption is blank: %j',
    async source => {
      const { words, html } = await build(`${source}\n\n![Words](a.svg)`)
      expect(words).toContain('Fig. 1. Words')
      expect(html.match(/<figcaption>/g)).toHaveLength(1)
    },
  )

  it('keeps its id', async () => {
    const { html, words } = await build('![](a.svg){#fig:x alt=""}\n\n![Words](a.svg)')
    expect(html).toContain('<figure id="fig-x"')
    expect(words).toContain('Fig. 1. Words')
  })

  it('has a number if the text refers to it', async () => {
    const { words } = await build('See @fig:x.\n\n![](a.svg){#fig:x alt=""}\n\n![Words](a.svg)')
    expect(words).toContain('See Fig. 1.')
    expect(words).toContain('Fig. 2. Words')
  })
})

describe('numbers in headings', () => {
  it('are printed once', async () => {
    const { words, messages, html } = await build(
      'See [](#introduction), [1. Introduction] and @sec:m.\n\n# 1. Introduction\n\nText.\n\n# 2 Methods {#sec:m}\n\n## 2.1 First part\n\nText.\n\n## 2.2. Second part\n\nText.',
    )
    expect(words).toContain('See Section 1, 1. Introduction and Section 2.')
    expect(html).toMatch(
      /1<\/span> Introduction<.*2<\/span> Methods<.*2\.1<\/span> First part<.*2\.2<\/span> Second part</s,
    )
    expect(messages).toMatch(/article\.md:3:1 .*`1\.`, and 3 more, typed by hand +number-typed/)
  })

  it('that differ are reported', async () => {
    const { messages } = await build('# 1 One\n\nText.\n\n# 3 Two\n\nText.')
    expect(messages).toMatch(/article\.md:5:1 .*`3`, typed by hand, where `2` is printed/)
  })

  it.each([
    '# 10 simple rules\n\nText.\n\n# Methods\n\nText.',
    '# 2020 in review\n\nText.',
    '# 3D models\n\nText.',
  ])('are words in %j', async source => {
    const { words, messages } = await build(source)
    expect(words).toContain(`1 ${/# (.*)/.exec(source)?.[1]}`)
    expect(messages).toBe('')
  })

  it('stay in a journal that prints none', async () => {
    const { words, messages } = await build('# 1. One\n\nText.\n\n# 2. Two\n\nText.', 'ijmsrp')
    expect(words).toContain('1. One')
    expect(messages).toBe('')
  })

  it.each([
    ['# Data {.appendix}\n\nText.\n\n# Appendix B: Proofs {#sec-b}\n\nText.', 'Appendix B Proofs'],
    ['# One\n\nText.\n\n# Appendix A. Proofs {#sec-b}\n\nText.', 'Appendix A Proofs'],
    ['# One\n\nText.\n\n# Anhang A: Beweise {#sec-b}\n\nText.', 'Appendix A Beweise'],
  ])('name appendices: %j', async (source, expected) => {
    const { words, messages } = await build(`See @sec-b.\n\n${source}`)
    expect(words).toContain(expected)
    expect(words).toMatch(/See Appendix [AB]\./)
    expect(messages).toMatch(/number-typed/)
  })

  it('make a section between others no appendix', async () => {
    const { words } = await build('# One\n\nText.\n\n# Appendix A. Proofs\n\nText.\n\n# Two\n\nText.')
    expect(words).toContain('Text. Appendix A. Proofs')
    expect(words).toContain('2 Two')
  })
})
