import { describe, expect, test } from 'vitest'
import { type Located, locatorOf } from '../../../../pipeline/parse/markdown/syntax/locator.ts'

/** The located text without the fields that only the choice of a language needs. */
function located(text: string): Located {
  const { labelWord: _, written: __, ...rest } = locatorOf(text)
  return rest
}

/** Text after a citation key, with the parts that it is split into. */
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
  [', note a difference', undefined, undefined, ', note a difference'],
  [', part b', 'part', 'b'],
  [', e12', 'page', 'e12'],
  [', S3–S7, with words', 'page', 'S3–S7', ', with words'],
  [', H2 and O', undefined, undefined, ', H2 and O'],
  [', III.ii.5', undefined, undefined, ', III.ii.5'],
  [', 3:1--3:12', 'page', '3:1–3:12'],
  [', S. 33–35 und 40', 'page', '33–35 und 40'],
  [', Kap. 3', 'chapter', '3'],
  [', Bd. 2', 'volume', '2'],
  [', Abschn. 4.1 mit Zusatz', 'section', '4.1', 'mit Zusatz'],
  [', Rn. 12', 'paragraph', '12'],
  [', Fußnote 3', 'note', '3'],
  [', p. 5 et 7', 'page', '5 et 7'],
  [', n° 4', 'issue', '4'],
  [', t. II', 'volume', 'II'],
  [', págs. 3-5', 'page', '3-5'],
  [', blz. 12', 'page', '12'],
  [', с. 12', 'page', '12'],
]

/** For each locator label of CSL 1.0.2, an example with one of its words: `label:word locator`. */
const examples = `act:act 2 appendix:app. A article-locator:art. 5 book:bk. 2 canon:can. 7 chapter:chap. 1 column:col. 3
  elocation:loc. 204 equation:eq. 3 figure:fig. 2 folio:fol. 12 issue:no. 4 line:l. 3 note:n. 5 opus:op. 27 page:p. 9
  paragraph:para. 6 part:pt. 2 rule:rule 11 scene:sc. 2 section:sec. 4 sub-verbo:s.v. X supplement:suppl. 1
  surah:surah 2 table:tbl. 3 timestamp:timestamp 1:20:30 title-locator:tit. 18 verse:v. 12 version:version 2.1
  volume:vol. 3`

describe('locatorOf', () => {
  test.each(cases.map(([text, ...parts]) => ({ text, parts })))(
    'splits "$text"',
    ({ text, parts: [label, locator, suffix] }) => {
      expect(located(text)).toEqual({
        ...(label !== undefined && { label }),
        ...(locator !== undefined && { locator }),
        ...(suffix !== undefined && { suffix }),
      })
    },
  )
})

const labelExamples = [...examples.matchAll(/(\S+?):(.+?) (\S+)(?=\s|$)/g)].map(
  ([, label = '', word = '', locator = '']) => [label, word, locator] as const,
)

test.each(labelExamples)('label %s from the word "%s"', (label, word, locator) => {
  expect(located(`, ${word} ${locator}, and more`)).toEqual({ label, locator, suffix: ', and more' })
})

test('there is an example for each of the 30 labels', () => {
  expect(labelExamples).toHaveLength(30)
})
