import { describe, expect, test } from 'vitest'
import { locatorOf } from '../../pipeline/parse/locator.ts'

const cases: readonly (readonly [
  text: string,
  label?: string | undefined,
  locator?: string | undefined,
  suffix?: string,
])[] = [
  [''],
  [', p. 3', 'page', '3'],
  [' p. 33', 'page', '33'],
  [', pp. 33-35 and passim', 'page', '33-35', 'and passim'],
  [', pp. 33–35, 38 and 40-41', 'page', '33–35, 38 and 40-41'],
  [', pp. iv, vi-xi, (xv)-(xvii) with suffix', 'page', 'iv, vi-xi, (xv)-(xvii)', 'with suffix'],
  [', 33', 'page', '33'],
  [', 33-35, 38-39 and more', 'page', '33-35, 38-39', 'and more'],
  [', chap. 1', 'chapter', '1'],
  [', ch. A', 'chapter', 'A'],
  [', § 3.2', 'section', '3.2'],
  [', sec. 4.1', 'section', '4.1'],
  [', ¶ 7', 'paragraph', '7'],
  [', vol. 2, no. 3', 'volume', '2', ', no. 3'],
  [', no. 4', 'issue', '4'],
  [', v. 12', 'verse', '12'],
  [', l. 3', 'line', '3'],
  [', n. 5', 'note', '5'],
  [', fig. 3b', 'figure', '3b'],
  [', Eq. 3', undefined, undefined, ', Eq. 3'],
  [', eq. 3', 'equation', '3'],
  [', {xv, A}, with', 'page', 'xv, A', ', with'],
  ['{ch. 3a-z}', 'chapter', '3a-z'],
  ['{}, 99 years later', undefined, undefined, ', 99 years later'],
  [', see below', undefined, undefined, ', see below'],
  [' lines of thought', undefined, undefined, 'lines of thought'],
  [' and others', undefined, undefined, 'and others'],
  [', thm. 3', undefined, undefined, ', thm. 3'],
  [', no civil war', undefined, undefined, ', no civil war'],
]

describe('locatorOf', () => {
  test.each(cases.map(one => ({ text: one[0], one })))(
    '$text',
    ({ text, one: [, label, locator, suffix] }) => {
      expect(locatorOf(text)).toEqual({
        ...(label !== undefined && { label }),
        ...(locator !== undefined && { locator }),
        ...(suffix !== undefined && { suffix }),
      })
    },
  )
})
