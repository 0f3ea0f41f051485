/** Pictures and rules of running heads and feet. */
import { expect, it } from 'vitest'
import { furnitureImage, furnitureRules } from '../../../pipeline/typeset/sheet/furniture-parts.ts'

const style = {
  width: 'all' as const,
  first: {
    'head-rule': 2,
    'foot-rule': { above: 1, below: 3 },
    'head-left': { image: 'data:,x', height: 9 },
  },
  left: { 'head-rule': 2 },
  right: {},
}
const box = (edge: string, text: string) => ({
  className: `furniture ${edge} left on-first`,
  left: 1,
  top: 2,
  width: 30,
  height: 4,
  text,
})

it('a place has the picture that the manifest names there', () => {
  expect(furnitureImage(style, 'first', 'head-left')).toEqual({ source: 'data:,x', height: 9 })
  expect(furnitureImage(style, 'first', 'head-right')).toBeUndefined()
})

it('a rule is between a head or foot and the text, or on the sides that are named', () => {
  const rules = furnitureRules([box('head', 'One\ntwo'), box('foot', 'Three')], style, 'first')
  expect(rules.map(({ className, style: look, text }) => [className, look, text])).toEqual([
    ['furniture head rule below on-first', '--rule-weight:2px;--furniture-lines:2', ''],
    ['furniture foot rule above on-first', '--rule-weight:1px;--furniture-lines:1', ''],
    ['furniture foot rule below on-first', '--rule-weight:3px;--furniture-lines:1', ''],
  ])
})

it('a page without a head or foot has no rule there', () => {
  expect(furnitureRules([box('foot', 'Three')], style, 'left')).toEqual([])
})
