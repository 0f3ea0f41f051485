/** The places of raised marks among the punctuation. */
import { describe, expect, it } from 'vitest'
import { cited } from './cited.ts'
import { numeric, superscript } from './styles.ts'

async function placed(markdown: string, citations: string, lang = 'en-GB'): Promise<string> {
  const { text } = await cited(`::: {lang=${lang}}\n${markdown}\n:::`, {
    csl: superscript,
    manifest: `citations: {${citations}}\n`,
  })
  return text.replace(/ (?:Notes1|References).*$/, '')
}

describe('marks after full stops and commas, and before other punctuation (AMA)', () => {
  it.each([
    ['Ice [@a].', 'Ice.^1^'],
    ['Ice [@a], snow.', 'Ice,^1^ snow.'],
    ['Ice [@a]; snow [@c]: rain.', 'Ice^1^; snow^2^: rain.'],
    ['Ice [@a] – snow [@c]—rain.', 'Ice^1^ – snow^2^—rain.'],
    ['(Ice [@a]) (snow [@c]).', '(Ice^1^) (snow^2^).'],
    ['“Ice [@a].” “Snow” [@c].', '“Ice.”^1^ “Snow”.^2^'],
    ['Ice et al. [@a]. Why [@c]?', 'Ice et al.^1^ Why^2^?'],
    ['Ice [@a] [@c], [@d].', 'Ice.^1^^,^^2^^,^^3^'],
    ['Ice [@a], [@c] and', 'Ice^1^^,^^2^ and'],
    ['Ice [@a]. [@c].', 'Ice.^1^^,^^2^'],
    ['Ice[^n] [@a].\n\n[^n]: Mine.', 'Ice.^1^^,^^1^'],
    ['Ice [@a; @c; @d]’s.', 'Ice^1–3^’s.'],
    ['Ice [@a].^[Mine.] Snow', 'Ice.^1^^,^^1^ Snow'],
    ['Ice [@a],^[Mine.] snow', 'Ice,^1^^,^^1^ snow'],
    ['*Ice* [@a].', 'Ice.^1^'],
    ['@a, who', 'Doe^1^, who'],
    ['[@a] at the head.', '^1^ at the head.'],
  ])('%s', async (markdown, expected) => {
    expect(await placed(markdown, 'placement: after-punctuation')).toBe(expected)
  })
})

it('places marks after the punctuation that the journal names', async () => {
  expect(await placed('Ice [@a]; snow [@c]: rain.', 'placement: after-punctuation, after: ".,;:"')).toBe(
    'Ice;^1^ snow:^2^ rain.',
  )
})

it('places marks before all punctuation', async () => {
  expect(await placed('Ice [@a], snow [@c].', 'placement: before-punctuation')).toBe('Ice^1^, snow^2^.')
})

it('puts the full stop inside American quotation marks', async () => {
  const { text } = await cited('“Ice” [@a].', {
    csl: superscript,
    manifest: 'citations: {placement: after-punctuation}\n',
    front: 'lang: en-US\n',
  })
  expect(text).toContain('“Ice.”^1^')
})

it('leaves citations in brackets where they were written, even if the journal places marks', async () => {
  const { text } = await cited('Ice [@a]. Snow [@c], rain.', {
    csl: numeric,
    manifest: 'citations: {placement: after-punctuation}\n',
  })
  expect(text).toContain('Ice [1]. Snow [2], rain.')
})

it('raises the marks if the style does and the journal says otherwise', async () => {
  const { text } = await cited('Ice [@a]. Snow [@c]; rain.', { csl: superscript })
  expect(text).toContain('Ice.^1^ Snow^2^; rain.')
})

it('ties a number to the word before it', async () => {
  const { html } = await cited('Ice [@a] as @c says.', { csl: numeric })
  const plain = html.replace(/<[^>]+>/g, '')
  expect(plain).toContain('Ice\u00A0[1] as Roe and Poe\u00A0[2] says.')
})

it.each([
  ['See [@fig:x; @a].', 'See Figure 1.^1^'],
  ['See [@fig:x; @a; @c] here.', 'See Figure 1^1,2^ here.'],
])('a mark in one bracket with a figure needs no semicolon: %s', async (markdown, expected) => {
  const text = `${markdown}\n\n![Words](a.svg){#fig:x}`
  expect((await placed(text, 'placement: after-punctuation')).replaceAll('\u00A0', ' ')).toContain(expected)
})
