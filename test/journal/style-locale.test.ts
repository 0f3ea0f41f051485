/** British styles: their quotation marks and dates, and the languages in which they keep them. */
import { expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { findStyleLocale } from '../../pipeline/journal/style-locale.ts'
import { openCslEngine } from '../../pipeline/tools/citation-js/citation-js.ts'
import { library } from '../build-article.ts'

const style = (
  locale: string,
) => `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="${locale}">
<info><title/><id/><updated/></info><citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><group delimiter=", "><text variable="title" quotes="true"/><date variable="issued" form="text"/></group></layout></bibliography></style>`

async function entry(locale: string, language: string | undefined): Promise<string> {
  const csl = style(locale)
  const places = { folders: ['/paper'], library, host: memoryHost({}, diskHost), environment: {} }
  const found = await findStyleLocale({ csl, language, usual: 'en-US' }, places, [])
  const items = [{ id: 'a', type: 'book', title: 'On "it"', issued: { 'date-parts': [[2020, 3, 5]] } }]
  const engine = openCslEngine(csl, items, language ?? 'en-US', found)
  engine.cite([{ items: [{ id: 'a' }] }])
  return (engine.bibliography()[0]?.html ?? '').replace(/<[^>]*>/g, '').trim()
}

it.each([
  ['en-GB', undefined, '‘On “it”’, 5 March 2020'],
  ['en-GB', 'en', '‘On “it”’, 5 March 2020'],
  ['en-GB', 'en-AU', '‘On “it”’, 5 March 2020'],
  ['en-GB', 'en-US', '“On ‘it,’” March 5, 2020'],
  ['en-US', undefined, '“On ‘it,’” March 5, 2020'],
  ['en-US', 'en-GB', '“On ‘it,’” March 5, 2020'],
])('style %s, article %s', async (locale, language, text) => {
  expect(await entry(locale, language)).toBe(text)
})

it('keeps the language of an article in another language', async () => {
  expect(await entry('en-GB', 'de')).toBe('„On ‚it‘“, 5. März 2020')
})
