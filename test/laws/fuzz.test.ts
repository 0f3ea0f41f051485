/**
 * A short run of the fuzzer (`npm run fuzz`) with one seed, and small cases that it found:
 * nothing throws, and the HTML is read again as it was meant.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kinds } from '../../tooling/fuzz/arbitraries/index.ts'
import { judge } from '../../tooling/fuzz/judge.ts'

/** Cases of each kind. Whole papers are left to the long run. */
const runs = { markdown: 25, 'front-matter': 15, bibtex: 15, csl: 5, images: 25 } as const

const article = (text: string) => ({ 'article.md': `---\ntitle: T\n---\n\n${text}\n` })

describe('random manuscripts', () => {
  it.each(Object.entries(runs))('%s: nothing throws', async (name, numRuns) => {
    // The cast is safe: every name is a key of `kinds`.
    const arbitrary: fc.Arbitrary<Parameters<typeof judge>[0]> = kinds[name as keyof typeof runs]()
    const property = fc.asyncProperty(arbitrary, async files => {
      const fault = await judge(files)
      expect(fault?.kind === 'words lost' ? undefined : fault).toBeUndefined()
    })
    await fc.assert(property, { seed: 20, numRuns })
  })
})

describe('cases that were found', () => {
  it.each([
    ['an open block of references', '::: {#refs}\nEarly rain\n\n# Later\n\nWords after it'],
    ['a heading at the end of an open block of references', '::: {#refs}\nEarly rain\n\nLate title\n===='],
    ['an empty block of references in a div', ':::: wide\n::: {#refs}\n:::\n\n# Later\n\nWords\n::::'],
  ])('%s keeps its words', async (_, text) => {
    expect(await judge(article(text))).toBeUndefined()
  })
})
