/** ORCID iDs in the forms that authors write, and their check digits. */
import { describe, expect, test } from 'vitest'
import { readOrcid } from '../../../pipeline/parse/front-matter/orcid.ts'

describe('an ORCID iD', () => {
  test.each([
    '0000-0002-1825-0097',
    'https://orcid.org/0000-0002-1825-0097',
    '0000−0002−1825−0097',
    '0000000218250097',
  ])('is read from %j', text => {
    expect(readOrcid(text)).toBe('0000-0002-1825-0097')
  })
  test.each([
    '0000-0002-1825-0098',
    '0000-0000-0000-0000',
    '0000',
    'XXXX-XXXX-XXXX-XXXX',
    '0000-0002-1825-009',
  ])('is not %j', text => {
    expect(readOrcid(text)).toBeUndefined()
  })
})
