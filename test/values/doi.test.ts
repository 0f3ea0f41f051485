/** DOIs as authors write them. */
import { expect, it } from 'vitest'
import { doiOf, doiUrl } from '../../pipeline/values/doi.ts'

it.each([
  ['10.7554/eLife.32822', '10.7554/eLife.32822'],
  ['doi: 10.7554/eLife.32822', '10.7554/eLife.32822'],
  ['DOI:10.7554/eLife.32822', '10.7554/eLife.32822'],
  [' https://doi.org/10.7554/eLife.32822 ', '10.7554/eLife.32822'],
  ['http://dx.doi.org/10.7554/eLife.32822', '10.7554/eLife.32822'],
  ['doi.org/10.7554/eLife.32822', '10.7554/eLife.32822'],
  ['https://example.org/10.7554/eLife.32822', undefined],
  ['10.7554/', undefined],
  ['10.75/eLife', undefined],
  ['10.7554/eLife 32822', undefined],
])('the DOI in %j is %s', (text, doi) => {
  expect(doiOf(text)).toBe(doi)
})

it('the address of a DOI has its special characters escaped', () => {
  expect(doiUrl('10.1002/(SICI)1096<1::AID-1>3.0.CO;2-#?')).toBe(
    'https://doi.org/10.1002/(SICI)1096%3C1::AID-1%3E3.0.CO;2-%23%3F',
  )
})
