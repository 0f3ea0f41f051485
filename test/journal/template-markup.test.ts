/** Only markup that structures text stays in a template; the rest is reported at its place. */
import { fromHtml } from 'hast-util-from-html'
import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { keepAllowedMarkup } from '../../pipeline/journal/template-markup.ts'

/** The markup that stays, and where something was reported. */
function kept(html: string) {
  const file = new VFile({ path: 'article.html', value: html })
  const tree = fromHtml(html, { fragment: true })
  keepAllowedMarkup(tree, file)
  return { json: JSON.stringify(tree), places: file.messages.map(({ line, column }) => `${line}:${column}`) }
}

it.each([
  ['<meta http-equiv="refresh" content="0; url=https://example.org">', 'meta'],
  ['<script>run()</script>', 'run'],
  ['<style>@import "https://example.org/a.css";</style>', 'import'],
  ['<link rel="stylesheet" href="https://example.org/a.css">', 'example'],
  ['<base href="https://example.org/">', 'base'],
  ['<iframe srcdoc="<p>x"></iframe>', 'srcDoc'],
  ['<object data="a.html"></object>', 'object'],
  ['<embed src="a.html">', 'embed'],
  ['<audio src="a.mp3" autoplay></audio>', 'audio'],
  ['<p onclick="run()">a</p>', 'run'],
  ['<p ONPOINTERENTER="run()">a</p>', 'run'],
  ['<a href="javascript:run()">a</a>', 'run'],
  ['<a href=" java&#10;script:run()">a</a>', 'run'],
  ['<a href="data:text/html,x">a</a>', 'data:'],
  ['<a ping="https://example.org/" href="#a">a</a>', 'example'],
  ['<img src="data:text/html,x">', 'data:'],
  ['<img srcset="https://example.org/a.png 2x">', 'example'],
  ['<p style="background: url(https://example.org/a.png)">a</p>', 'example'],
  ['<p style="background: u\\72l(https://example.org/a.png)">a</p>', 'example'],
  ['<svg><a xlink:href="javascript:run()"><path d="M0"/></a></svg>', 'run'],
  ['<svg><foreignObject><iframe src="a"></iframe></foreignObject></svg>', 'iframe'],
  ['<svg><use href="https://example.org/a.svg#b"/></svg>', 'example'],
  ['<svg><rect fill="url(https://example.org/a.svg#b)"/></svg>', 'example'],
  ['<svg><animate onbegin="run()"/></svg>', 'run'],
])('%s', (html, lost) => {
  const { json, places } = kept(`<p>b\n${html}`)
  expect(json).not.toContain(lost)
  expect(json).toContain('"b\\n"')
  expect(new Set(places).has('2:1') || places.some(place => place.startsWith('2:'))).toBe(true)
})

it.each(['form', 'template', 'noscript', 'button', 'center'])('slots in <%s> stay', name => {
  const { json, places } = kept(`<${name}><p><slot name="title"></slot></p></${name}>`)
  expect(json).toContain('"title"')
  expect(json).not.toContain(`"${name}"`)
  expect(places).toEqual(['1:1'])
})

it('what structures text stays', () => {
  const html = `<header data-span="page" class="a" lang="de" role="banner"><h1 id="t" aria-label="b">T</h1>
<a href="https://example.org/" style="color: red; fill: url(#a)">a</a><img src="a.svg" alt="" width="3">
<svg viewBox="0 0 9 9"><defs><linearGradient id="a"><stop offset="1" stop-color="red"/></linearGradient></defs>
<g transform="scale(2)"><path d="M0 0h9" fill="url(#a)" stroke-width="2"/></g></svg></header>`
  const before = JSON.stringify(fromHtml(html, { fragment: true }))
  expect(kept(html)).toEqual({ json: before, places: [] })
})
