/** An entry of the engine's reference list: its markup and its label. */
import { describe, expect, it } from 'vitest'
import { cslEntry } from '../../../pipeline/resolve/bibliography/csl-entry.ts'
import { toHtml } from '../../layout/to-html.ts'

describe('the markup of an entry', () => {
  it.each([
    [
      'upright words in italics',
      '<i>On <span style="font-style:normal;">E. coli</span></i>',
      '<i>On <span class="is-upright">E. coli</span></i>',
    ],
    [
      'regular words in bold',
      '<b>A <span style="font-weight:normal;">b</span></b>',
      '<b>A <span class="is-regular">b</span></b>',
    ],
    [
      'full-size words in small capitals',
      '<span style="font-variant:small-caps;">A <span style="font-variant: normal">b</span></span>',
      '<span class="smallcaps">A <span class="is-full-size">b</span></span>',
    ],
    ['underlining', '<span style="text-decoration:underline;">a</span>', '<u>a</u>'],
    ['superscripts and subscripts', 'H<sub>2</sub>O<sup>+</sup>', 'H<sub>2</sub>O<sup>+</sup>'],
    ['protection from title case', 'The <span class="nocase">iPhone</span>', 'The iPhone'],
    [
      'the variable of a text',
      '<i><span data-variable="title">A</span></i>',
      '<i><span data-variable="title">A</span></i>',
    ],
    [
      'links, images and event handlers, which go',
      '<a href="javascript:x()">a</a><img src="x"><em onclick="x">b</em>',
      'a<em>b</em>',
    ],
    ['a block', 'A <div class="csl-block">Note.</div>', 'A <span class="csl-block">Note.</span>'],
  ])('%s', (_, html, expected) => {
    expect(toHtml(cslEntry(`<div class="csl-entry">${html}</div>`).content)).toBe(expected)
  })

  it('has its label apart from its content', () => {
    const { label, content } = cslEntry(
      '<div class="csl-entry">\n  <div class="csl-left-margin">[1] </div><div class="csl-right-inline">A <i>b</i>.</div>\n</div>',
    )
    expect([toHtml(label), toHtml(content)]).toEqual(['[1]', 'A <i>b</i>.'])
  })
})
