/** An element around a range of the text of some content. */
import { describe, expect, it } from 'vitest'
import { wrapRange } from '../../../pipeline/resolve/bibliography/wrap-range.ts'
import { htmlFragment } from '../../../pipeline/resolve/html-fragment.ts'
import { toHtml } from '../../layout/to-html.ts'

describe('wrapRange', () => {
  it.each([
    ['a <i>b</i> c', 0, 5, '<u>a <i>b</i> c</u>'],
    ['a<i>bc</i>d', 1, 2, 'a<i><u>b</u>c</i>d'],
    ['ab<i>cd</i>', 1, 3, 'a<u>b</u><i><u>c</u>d</i>'],
    ['ab<span>cd</span>e', 1, 4, 'a<u>b<span>cd</span></u>e'],
  ])('wraps %s from %i to %i', (html, start, end, expected) => {
    const wrap = (children: Parameters<typeof toHtml>[0]) => ({
      type: 'element' as const,
      tagName: 'u',
      properties: {},
      children: [...children],
    })
    expect(toHtml(wrapRange(htmlFragment(html), { start, end }, wrap))).toBe(expected)
  })
})
