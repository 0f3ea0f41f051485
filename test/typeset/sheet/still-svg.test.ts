/** Animations are removed from a printed drawing; other drawings are not changed. */
import { describe, expect, it } from 'vitest'
import { stillSvg } from '../../../pipeline/typeset/sheet/still-svg.ts'

const still = (text: string) => new TextDecoder().decode(stillSvg(new TextEncoder().encode(text)))

describe('a drawing in print', () => {
  it.each([
    ['<circle><animate attributeName="r" to="9"/></circle>', '<circle></circle>'],
    ['<g><animateTransform to="9"></animateTransform><set to="1"/><rect/></g>', '<g><rect/></g>'],
    ['<svg:animate><svg:desc>x</svg:desc></svg:animate><path/>', '<path/>'],
    ['<set>a</settings></set ><path/>', '<path/>'],
    ['<animate to="9"><path/>', '<path/>'],
    ['<style>@-webkit-keyframes a{}</style>', '<style>@-still-keyframes a{}</style>'],
  ])('%s is %s', (moving, expected) => expect(still(moving)).toBe(expected))

  it('is the same bytes if it has no animation', () => {
    const data = new TextEncoder().encode('<svg><text>set animate</text></svg>')
    expect(stillSvg(data)).toBe(data)
  })
})
