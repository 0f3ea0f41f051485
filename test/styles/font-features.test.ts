/** Small capitals and old-style figures are real: a style sheet that asks for them has a font with them. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cutFaces, fontFaces } from '../../pipeline/fonts/index.ts'
import { diskHost } from '../../pipeline/host/index.ts'
import { loadJournal } from '../../pipeline/journal/index.ts'
import { hasOwnFiles } from '../../pipeline/journal/manifest.ts'
import { featuresOf, sfntOf } from '../../pipeline/tools/fonts/sfnt.ts'
import { library } from '../build-article.ts'
import { journalNames } from './journal-names.ts'

const wishes = [
  [/font-variant-caps:\s*small-caps/, 'smcp'],
  [/font-variant-caps:\s*all-small-caps/, 'c2sc'],
  [/font-variant-numeric:\s*oldstyle-nums/, 'onum'],
] as const

async function journalOf(name: string) {
  const { journal } = await loadJournal(`${library}/${name}`, library, diskHost)
  if (!journal) throw new Error(`${name} cannot be loaded`)
  return journal
}

describe.each(journalNames)('%s', name => {
  it('asks its fonts only for features that they have', async () => {
    const { manifest, folders } = await journalOf(name)
    const sheets = folders
      .filter(folder => folder !== `${library}/base`)
      .flatMap(folder =>
        ['common', 'print', 'web'].map(sheet => {
          try {
            return readFileSync(`${folder}/${sheet}.css`, 'utf8')
          } catch {
            return ''
          }
        }),
      )
      .join('\n')
    const asked = wishes.filter(([wish]) => wish.test(sheets)).map(([, feature]) => feature)
    const declared = manifest.fonts.flatMap(font => (hasOwnFiles(font) ? (font.features ?? []) : []))
    expect(declared).toEqual(expect.arrayContaining(asked))
  })
})

it('a cut face keeps the features that its journal names, and no other alternate letters', async () => {
  const journal = await journalOf('humanities')
  const faces = await fontFaces(journal, { text: 'Quire', hasMath: false, hasCode: false }, diskHost)
  const [regular] = await cutFaces(faces, 'Quire 1953')
  const features = featuresOf((await sfntOf(regular?.data ?? new Uint8Array())) ?? new Uint8Array())
  expect([...features]).toEqual(expect.arrayContaining(['smcp', 'onum', 'liga', 'kern']))
  expect([...features]).not.toContain('swsh')
})
