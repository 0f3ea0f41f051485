/** SVGs whose parts multiply are refused before a browser sees them; what real drawings do is not. */
import { expect, it } from 'vitest'
import { faultOfSvg } from '../../../pipeline/resolve/images/svg.ts'

function svg(content: string, before = ''): string {
  return `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${content}</svg>`
}

/** `rows` parts, each of which draws the one before ten times. `copy`: what draws the part `id`. */
function multiplied(rows: number, name: string, copy: (id: string) => string): string {
  const parts = Array.from({ length: rows }, (_, at) => {
    const inside = at === 0 ? '<path d="M0 0h1"/>' : copy(`a${at - 1}`).repeat(10)
    return `<${name} id="a${at}">${inside}</${name}>`
  })
  return svg(`<defs>${parts.join('')}</defs>${copy(`a${rows - 1}`)}`)
}

const rect = (attributes: string) => `<rect width="1" height="1" ${attributes}/>`

it.each<[string, string, (id: string) => string]>([
  ['use', 'g', id => `<use href="#${id}"/>`],
  ['use with a character reference', 'g', id => `<use xlink:href="&#35;${id}"/>`],
  ['use after a `>`', 'symbol', id => `<use x=">" href='#${id}'/>`],
  ['mask', 'mask', id => rect(`mask="url(#${id})"`)],
  ['clip path', 'clipPath', id => rect(`clip-path="url('#${id}')"`)],
  ['pattern', 'pattern', id => rect(`style="fill: url(#${id})"`)],
  ['marker', 'marker', id => `<path d="M0 0L1 1L2 2" marker-mid="url(#${id})"/>`],
  [
    'pattern by a rule',
    'pattern',
    id => `<style>.${id} { fill: url(#${id}) }</style>${rect(`class="${id}"`)}`,
  ],
])('parts that multiply by %s', (_, name, copy) => {
  expect(faultOfSvg(multiplied(3, name, copy))).toBeUndefined()
  expect(faultOfSvg(multiplied(12, name, copy))).toMatch(/more than \d+ (?:times|parts)$/)
})

it.each([
  ['a part inside itself', svg(`<g id="a"><use href="#a"/>${rect('')}</g>`)],
  ['many marks of a plot', svg(`<g id="m">${rect('')}</g>${'<use xlink:href="#m"/>'.repeat(3000)}`)],
  ['an entity for a colour', svg(rect('fill="&red;"'), '<!DOCTYPE svg [<!ENTITY red "#f00">]>')],
  [
    'a filter',
    svg(`<filter id="f">${'<feOffset/>'.repeat(9)}</filter>${rect('filter="url(#f)"').repeat(99)}`),
  ],
])('passes: %s', (_, text) => {
  expect(faultOfSvg(text)).toBeUndefined()
})

it.each([
  ['nested elements', svg(`${'<g class="/>">'.repeat(1500)}${'</g>'.repeat(1500)}`), /nested too deeply/],
  ['entities of markup', svg('&a;', '<!DOCTYPE svg [<!ENTITY a "<use/>">]>'), /contains markup/],
  ['entities of hidden markup', svg('&a;', '<!DOCTYPE svg [<!ENTITY a "&#60;use/>">]>'), /contains markup/],
  ['entities of entities', svg('&b;', '<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>'), /multiply/],
  ['parameter entities', svg('', '<!DOCTYPE svg [<!ENTITY % a "x">]>'), /document type/],
  ['a long filter', svg(`<filter id="f">${'<feGaussianBlur/>'.repeat(99)}</filter>`), /too many steps/],
  ['turbulence', svg('<filter id="f"><feTurbulence numOctaves="20000"/></filter>'), /too many steps/],
])('refuses: %s', (_, text, fault) => {
  expect(faultOfSvg(text)).toMatch(fault)
})

it('refuses drawings in drawings in drawings', () => {
  const nested = (depth: number): string => {
    if (depth === 0) return svg(rect(''))
    const data = Buffer.from(nested(depth - 1)).toString('base64')
    return svg(`<image href="data:image/svg+xml;base64,${data}"/>`)
  }
  expect(faultOfSvg(nested(2))).toBeUndefined()
  expect(faultOfSvg(nested(9))).toMatch(/too often/)
})
