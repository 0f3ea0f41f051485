/** The characters of the fonts: base fonts, fallback fonts, and characters that no font has. */
import { describe, expect, it } from 'vitest'
import { characterMap } from '../../pipeline/fonts/character-map.ts'
import { fallbackFaces, plainLatin } from '../../pipeline/fonts/fallback-faces.ts'
import { fontFaces } from '../../pipeline/fonts/index.ts'
import { diskHost, type Host } from '../../pipeline/host/index.ts'
import { loadJournal } from '../../pipeline/journal/index.ts'
import { library } from '../build-article.ts'

const { journal } = await loadJournal(`${library}/transactions`, library, diskHost)
if (!journal) throw new Error('The journal cannot be read')
const { manifest } = journal

async function fallback(text: string, language = 'en', host: Host = diskHost, bold = '') {
  const faces = await fontFaces(
    { manifest, ownFaces: [] },
    { text, hasMath: false, hasCode: false },
    diskHost,
  )
  return await fallbackFaces({
    manifest,
    faces,
    texts: { running: text, code: '', math: '', bold },
    language,
    host,
  })
}

/** The packages that are read. */
async function packages(text: string, language?: string): Promise<readonly string[]> {
  const read = new Set<string>()
  const host: Host = {
    ...diskHost,
    read(path) {
      const name = /@fontsource\/([^/]+)\/files/.exec(path)?.[1]
      if (name !== undefined) read.add(name)
      return diskHost.read(path)
    },
  }
  await fallback(text, language, host)
  return [...read]
}

describe('the fallback fonts', () => {
  it.each([
    ['k\u0348', [0x348]],
    ['q\u0303 k\u0308 t\u0361s n\u0325 \u025b\u0303 d\u032a', []],
    ['a\ufe0f', []],
    ['\u0348', []],
  ])('are searched for a letter together with its mark: %j', async (text, missing) => {
    expect([...(await fallback(text)).missing]).toEqual(missing)
  })

  it('are not read for plain Latin, Greek and Cyrillic', async () => {
    const host: Host = { ...diskHost, read: path => Promise.reject(new Error(path)) }
    const text = 'Plain “text” – it’s “naïve” Ångström, 5 µm… Łódź, αβγ, Москва, Việt'
    expect(await fallback(text, 'en', host)).toEqual({ faces: [], missing: new Set() })
  })

  it.each([
    ['漢', 'en', 'noto-serif-sc'],
    ['漢', 'ja', 'noto-serif-jp'],
    ['漢', 'zh-TW', 'noto-serif-tc'],
    ['漢', 'ko', 'noto-serif-kr'],
    ['한', 'en', 'noto-serif-kr'],
    ['漢字とかな', 'en', 'noto-serif-jp'],
    ['س', 'en', 'noto-naskh-arabic'],
    ['ש', 'en', 'noto-serif-hebrew'],
    ['अ', 'en', 'noto-serif-devanagari'],
    ['ก', 'en', 'noto-serif-thai'],
    ['Ա', 'en', 'noto-serif-armenian'],
    ['→', 'en', 'stix-two-math'],
    ['𝛼', 'en', 'stix-two-math'],
    ['├', 'en', 'dejavu-mono'],
    ['😀', 'en', 'noto-emoji'],
    ['q̃', 'en', 'stix-two-math'],
  ])('%s in %s', async (text, language, expected) => {
    expect(await packages(text, language)).toEqual([expected])
    const { faces, missing } = await fallback(text, language)
    expect(missing.size).toBe(0)
    expect(faces.every(face => face.style === 'upright')).toBe(true)
  })

  it('have a bold face if the text is bold', async () => {
    const { faces } = await fallback('漢', 'zh', diskHost, '漢')
    expect(faces.map(face => `${face.family} ${face.weight}`)).toEqual([
      'Offprint Fallback 400',
      'Offprint Fallback 700',
    ])
  })

  it('lack a character that no font has, which is reported; invisible characters need no font', async () => {
    expect([...(await fallback('𓀀 \uE000 \u200B\u200D\uFE0F\u2009\u202F\u00AD')).missing]).toEqual([
      0x13000, 0xe000,
    ])
  })
})

it('every face of the base fonts has all characters of plain Latin', async () => {
  const text = Array.from({ length: 0x2300 }, (_, point) => String.fromCodePoint(point))
    .filter(character => plainLatin.test(character) && /[^\p{Cc}\p{Zs}\u00AD]/u.test(character))
    .join('')
  const faces = await fontFaces({ manifest, ownFaces: [] }, { text, hasMath: true, hasCode: true }, diskHost)
  for (const look of Map.groupBy(faces, face => `${face.family} ${face.weight} ${face.style}`).values()) {
    const points = new Set(look.flatMap(face => [...characterMap(face.data)]))
    const missing = [...text].filter(character => !points.has(character.codePointAt(0) ?? 0))
    expect(missing, look[0]?.family).toEqual([])
  }
})
