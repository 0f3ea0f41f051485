/** Identifiers of works: as citation keys, as bare texts, and the check digit of an ISBN. */
import { describe, expect, it } from 'vitest'
import { bareIdentifierOf, identifierOf, isChecked } from '../../pipeline/values/identifiers.ts'

describe('a citation key', () => {
  it.each([
    ['doi:10.7554/eLife.32822', 'doi', '10.7554/elife.32822'],
    ['10.7554/eLife.32822', 'doi', '10.7554/elife.32822'],
    ['https://doi.org/10.7554/eLife.32822', 'doi', '10.7554/elife.32822'],
    ['pmid:30718888', 'pmid', '30718888'],
    ['PubMed:30718888', 'pmid', '30718888'],
    ['https://pubmed.ncbi.nlm.nih.gov/30718888/', 'pmid', '30718888'],
    ['pmcid:PMC6103790', 'pmcid', '6103790'],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC6103790/', 'pmcid', '6103790'],
    ['arxiv:2101.00001v2', 'arxiv', '2101.00001'],
    ['https://arxiv.org/pdf/2101.00001.pdf', 'arxiv', '2101.00001'],
    ['isbn:0-306-40615-2', 'isbn', '9780306406157'],
    ['wikidata:q42', 'wikidata', 'Q42'],
    ['https://www.example.org/paper/', 'url', 'example.org/paper'],
  ])('%s', (key, type, value) => {
    expect(identifierOf(key)).toMatchObject({ type, value })
  })

  it.each(['snow1855', 'fig:map', 'pmid:x', 'isbn:12', 'constructor:x'])('%s is not an identifier', key => {
    expect(identifierOf(key)).toBeUndefined()
  })

  it('has the web address of the work', () => {
    expect(identifierOf('arxiv:2101.00001v2')?.address).toBe('https://arxiv.org/abs/2101.00001v2')
    expect(identifierOf('pmc:6103790')?.address).toBe('https://pmc.ncbi.nlm.nih.gov/articles/PMC6103790/')
  })
})

describe('a text that is meant to be an identifier', () => {
  it.each([
    ['PMC6103790', 'pmcid', '6103790'],
    ['2101.00001v2', 'arxiv', '2101.00001'],
    ['math/0309136', 'arxiv', 'math/0309136'],
    ['978-0-262-51763-8', 'isbn', '9780262517638'],
    ['<https://www.science.org/doi/full/10.1126/science.1>', 'doi', '10.1126/science.1'],
    ['https://doi.org/10.1002%2Fabc', 'doi', '10.1002/abc'],
    ['10.1126/science.1.', 'doi', '10.1126/science.1'],
    ['pmid: 30718888', 'pmid', '30718888'],
  ])('%s', (text, type, value) => {
    expect(bareIdentifierOf(text)).toMatchObject({ type, value })
  })

  it('is not read from a bare number', () => {
    expect(bareIdentifierOf('30718888')).toBeUndefined()
  })
})

it.each([
  ['0-306-40615-2', true],
  ['0-306-40615-3', false],
  ['0-8044-2957-X', true],
  ['978-0-306-40615-7', true],
  ['978-0-306-40615-8', false],
  ['978-0-200-00000-0', true],
  ['306406152', false],
])('the check digit of %s: %s', (isbn, isRight) => {
  expect(isChecked(isbn)).toBe(isRight)
})
