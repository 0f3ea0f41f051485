/**
 * Font faces that are cut down to the characters of a page: the page looks as with the complete faces.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cutFaces, type FontFace, fontFaceRules, fontFaces } from '../../pipeline/fonts/index.ts'
import { diskHost } from '../../pipeline/host/index.ts'
import { loadJournal } from '../../pipeline/journal/index.ts'
import { launchReader } from '../../tooling/web/reader-browser.ts'
import { library } from '../build-article.ts'

const { journal } = await loadJournal(`${library}/transactions`, library, diskHost)
if (!journal) throw new Error('The journal cannot be read')

const css = `
  p { font: 20px 'STIX Two Text'; hyphens: manual }
  .capitals { text-transform: uppercase }
  .arrow::after { content: "\\2192" }
  math { font: 24px 'STIX Two Math' }`
const text = 'Effiziente Straße, cafe\u0301, Łódź, ﬁne, co\u00ADoperate αβγ'
const formula = 'x h ϕ ∂ ∑ ( ) { } √ ⏞ ˆ'
const body = `
  <p class="arrow">${text} <q>quoted</q></p>
  <p class="capitals">${text}</p>
  <p style="width: 60px">${text}</p>
  <math display="block"><mrow><mo>{</mo><msqrt><mfrac><mfrac><mi>x</mi><mi>h</mi></mfrac><mfrac><mi>ϕ</mi><mi>∂</mi></mfrac></mfrac></msqrt><mo>}</mo>
  <munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mover><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mo>⏞</mo></mover>
  <mover accent="true"><mi>x</mi><mo>ˆ</mo></mover><msup><mi mathvariant="normal">d</mi><mn>2</mn></msup></mrow></math>`

const content = { text: `${text}${formula}`, hasMath: true, hasCode: false }
const faces = await fontFaces(journal, content, diskHost)

let browser: Awaited<ReturnType<typeof launchReader>>
beforeAll(async () => {
  browser = await launchReader()
}, 60_000)
afterAll(async () => await browser?.close())

async function shown(fonts: readonly FontFace[]): Promise<string> {
  const page = await browser.newPage()
  await page.setContent(`<style>${fontFaceRules(fonts)}${css}</style>${body}`)
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  const picture = await page.screenshot({ encoding: 'base64' })
  await page.close()
  return picture
}

it('cut faces look like the complete faces', async () => {
  const cut = await cutFaces(faces, body.replace(/<[^>]*>/g, '') + css)
  const whole = await shown(faces)
  expect((await shown(cut)) === whole).toBe(true)
  expect((await shown([])) === whole).toBe(false)
})

it('cut faces are small', async () => {
  const weight = (fonts: readonly FontFace[]) => fonts.reduce((sum, { data }) => sum + data.length, 0)
  const math = faces.filter(({ family }) => family === 'STIX Two Math')
  expect(weight(math)).toBeGreaterThan(400_000)
  expect(weight(await cutFaces(math, 'x² + y² = (a)'))).toBeLessThan(35_000)
})

it('faces are left out if the page has none of their characters', async () => {
  const latin = { text: 'a', hasMath: false, hasCode: false }
  const [face] = await fontFaces(journal, latin, diskHost)
  expect(face && (await cutFaces([{ ...face, range: 'U+4E00' }], 'a'))).toEqual([])
})
