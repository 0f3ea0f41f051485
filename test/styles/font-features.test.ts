/** Small capitals and old-style figures of shipped fonts reach the reader. */
import { expect, it } from 'vitest'
import { cutFaces, fontFaces } from '../../pipeline/fonts/index.ts'
import { diskHost } from '../../pipeline/host/index.ts'
import { loadJournal } from '../../pipeline/journal/index.ts'
import { featuresOf, sfntOf } from '../../pipeline/tools/fonts/sfnt.ts'
import { library } from '../build-article.ts'

async function journalOf(name: string) {
  const { journal } = await loadJournal(`${library}/${name}`, library, diskHost)
  if (!journal) throw new Error(`${name} cannot be loaded`)
  return journal
}

it('a cut face keeps the features that its journal names, and no other alternate letters', async () => {
  const journal = await journalOf('humanities')
  const faces = await fontFaces(journal, { text: 'Quire', hasMath: false, hasCode: false }, diskHost)
  const [regular] = await cutFaces(faces, 'Quire 1953')
  const features = featuresOf((await sfntOf(regular?.data ?? new Uint8Array())) ?? new Uint8Array())
  expect([...features]).toEqual(expect.arrayContaining(['smcp', 'onum', 'liga', 'kern']))
  expect([...features]).not.toContain('swsh')
})
