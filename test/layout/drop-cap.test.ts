/** Which paragraph has a drop cap, and the key of the manifest. */
import { describe, expect, it } from 'vitest'
import { buildInOwn, loadOwn } from '../own-journal.ts'

const capped = (html: string) => /<p data-drop-cap="(\d)"[^>]*>(.*?)<\/p>/s.exec(html)?.slice(1)

describe('a drop cap', () => {
  it.each([
    ['Rivers flow.\n\nNext.', '[Rivers] flow.'],
    ['# Introduction\n\nRivers flow.', '[Rivers] flow.'],
    ['“Rivers” flow.', '[“Rivers”] flow.'],
    ['*Rivers* flow.', '<em>[Rivers]</em> flow.'],
    ['**Deep *rivers* flow.**', '<strong>[Deep] <em>rivers</em> flow.</strong>'],
    ['Élan.', '[Élan.]'],
    ['A river flows.', '[A river] flows.'],
    ['A', '[A]'],
  ])('is in the first paragraph: %j', async (text, expected) => {
    const { html } = await buildInOwn('drop-cap: 3', text)
    const word = expected.replace('[', '<span class="first-word">').replace(']', '</span>')
    expect(capped(html)).toEqual(['3', word])
    expect(html.match(/data-drop-cap/g)).toHaveLength(1)
  })

  it.each([
    '12 rivers flow.',
    '$x$ is a river.',
    '- Rivers\n- Hills',
    '> Rivers flow.\n\nNext.',
    '[Rivers](https://example.org) flow.',
    '### Deep {#a}\n\nRivers flow.',
  ])('is not before anything else: %j', async text => {
    const manifest = 'drop-cap: 3\nheadings: {run-in: [level-1]}'
    expect((await buildInOwn(manifest, text)).html).not.toContain('data-drop-cap')
  })

  it.each([
    ['The level of the water.', '[The level of] the water.'],
    ['*Deep* rivers flow on.', '[<em>Deep</em> rivers flow] on.'],
    ['**Deep *rivers* flow on.**', '[<strong>Deep <em>rivers</em> flow</strong>]<strong> on.</strong>'],
    ['*Rivers flow down from* hills.', '[<em>Rivers flow down</em>]<em> from</em> hills.'],
    ['Rivers $x$ flow.', /^\[Rivers \]<span class="formula">/],
    ['Two words', '[Two words]'],
    ['Un*like* rivers, hills stand.', '[Un<em>like</em> rivers, hills] stand.'],
  ])('may be followed by some words that have a class: %j', async (text, expected) => {
    const { html } = await buildInOwn('first-words: 3', text)
    const words = /<p>(<span class="first-words">.*?)<\/p>/s.exec(html)?.[1] ?? ''
    const marked = words.replace('<span class="first-words">', '[').replace('</span>', ']')
    if (typeof expected === 'string') expect(marked).toBe(expected)
    else expect(marked).toMatch(expected)
    expect(html).not.toContain('data-drop-cap')
  })

  it('begins the first words', async () => {
    const { html } = await buildInOwn('drop-cap: 2\nfirst-words: 3', 'A river flows on.')
    expect(capped(html)?.[1]).toBe(
      '<span class="first-words"><span class="first-word">A river</span> flows</span> on.',
    )
  })

  it('is missing unless the journal has it', async () => {
    expect((await buildInOwn('', 'Rivers flow.')).html).not.toContain('data-drop-cap')
  })

  it.each([
    ['drop-cap: 1', '4:11', 'expected 0 for no drop cap, or its height in lines from 2 to 6'],
    ['drop-cap: 2 lines', '4:11', 'expected a whole number'],
    ['drop-cap: 9', '4:11', '6'],
  ])('%s is reported at %s', async (manifest, place, expected) => {
    const { messages } = await loadOwn(`${manifest}\n`)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain(`journal.yml:${place}  error`)
    expect(messages[0]).toContain(expected)
  })
})
