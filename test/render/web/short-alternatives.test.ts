/** Screen readers read a caption once: pictures that only have a caption are named by their label. */
import { describe, expect, it } from 'vitest'
import { buildArticle } from '../../build-article.ts'
import { pageOf } from './page-of.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
const files = (text: string) => ({ 'article.md': `---\ntitle: T\nlang: en\n---\n\n${text}\n`, 'a.svg': svg })
const alternatives = (html: string) => [...html.matchAll(/<img[^>]* alt="([^"]*)"/g)].map(([, alt]) => alt)

describe('the text alternative of a picture', () => {
  it.each([
    ['with a caption', '![Depth *now*.](a.svg){#fig:a}', ['Fig. 1']],
    ['with an alternative', '![Depth.](a.svg){#fig:a alt="A curve"}', ['A curve']],
    ['that decorates', '![Depth.](a.svg){#fig:a alt=""}', ['']],
    ['in a line', 'A ![dot](a.svg) here.', ['dot']],
    ['in a line, with an attribute', 'A ![dot](a.svg){alt="point"} here.', ['point']],
    ['in panels', '::: {#fig:a}\n![One](a.svg)\n\n![Two](a.svg){alt=two}\n\nBoth.\n:::', ['Fig. 1 a', 'two']],
  ])('%s', async (_, text, expected) => {
    expect(alternatives(await pageOf(files(text)))).toEqual(expected)
  })

  it('is the caption in print', async () => {
    const { html } = await buildArticle(files('![Depth *now*.](a.svg){#fig:a}'))
    expect(alternatives(html)).toEqual(['Depth now.'])
  })
})
