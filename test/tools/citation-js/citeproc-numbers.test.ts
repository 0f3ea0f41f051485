/** Ranges of pages whose numbers have parts are plural and have an en dash. */
import { expect, it } from 'vitest'
import { openCslEngine } from '../../../pipeline/tools/citation-js/citation-js.ts'

const style = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title/><id/><updated/></info>
<citation><layout><label variable="locator" form="short" suffix=" "/><text variable="locator"/></layout></citation>
<bibliography><layout><label variable="page" form="short" suffix=" "/><text variable="page"/></layout></bibliography></style>`

function printed(pages: string): readonly string[] {
  const engine = openCslEngine(style, [{ id: 'a', type: 'chapter', page: pages }], 'en')
  const [citation = ''] = engine.cite([{ items: [{ id: 'a', locator: pages, label: 'page' }] }])
  return [citation, engine.bibliography()[0]?.html ?? ''].map(html => html.replace(/<[^>]*>/g, '').trim())
}

it.each([
  ['3:1-3:12', 'pp. 3:1–3:12'],
  ['3:1–12', 'pp. 3:1–12'],
  ['2.5-2.9', 'pp. 2.5–2.9'],
  ['3:1, 3:7', 'pp. 3:1, 3:7'],
  ['3:1', 'p. 3:1'],
  ['12-15', 'pp. 12–15'],
  ['S12-S15', 'pp. S12–S15'],
])('%s', (pages, text) => {
  expect(printed(pages)).toEqual([text, text])
})
