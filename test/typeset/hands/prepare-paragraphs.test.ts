/** White space, and the pieces of paragraphs that contain equations. */
import { expect, it } from 'vitest'
import { prepareParagraphs } from '../../../pipeline/typeset/hands/prepare-paragraphs.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { htmlIn, pageFiller, pictureOf } from './open-page.ts'

const fill = pageFiller()

it('collapses white space in text, and writes tabs of code as spaces', async () => {
  const page = await fill('<div class="strip"><p>a  b\n\tc</p><pre>x\ty\n  z</pre></div>')
  await runHand(page, prepareParagraphs)
  expect(await htmlIn(page, '.strip')).toBe('<p>a b c</p><pre>x    y\n  z</pre>')
})

it('wraps the text before and after a display equation', async () => {
  const equation = '<span class="equation" style="display: block">x</span>'
  const page = await fill(`<div class="strip"><p>a <b>b</b> ${equation} c</p><p>d</p></div>`)
  await runHand(page, prepareParagraphs)
  expect(await htmlIn(page, '.strip')).toBe(
    `<p><span class="piece">a <b>b</b> </span>${equation}<span class="piece"> c</span></p><p>d</p>`,
  )
})

it('sets an image that is much higher than a line by itself', async () => {
  const [low, high] = [pictureOf(9, 25), pictureOf(9, 50)].map(src => `<img src="${src}">`)
  const page = await fill(
    `<style>.standing { display: block }</style><div class="strip"><p style="line-height: 20px">a ${low} b ${high}</p></div>`,
  )
  await runHand(page, prepareParagraphs)
  expect(await htmlIn(page, '.strip p')).toBe(
    `<span class="piece">a ${low} b </span><span class="standing">${high}</span>`,
  )
})

it('sets such images beside each other if nothing is between them', async () => {
  const high = `<img src="${pictureOf(9, 50)}">`
  const page = await fill(
    `<style>.standing { display: block }</style><div class="strip"><p style="line-height: 20px">${high} ${high}<br>${high}</p></div>`,
  )
  await runHand(page, prepareParagraphs)
  const content = await htmlIn(page, '.strip p')
  expect(content.startsWith(`<span class="standing">${high}${high}</span>`)).toBe(true)
  expect(content.match(/class="standing"/g)).toHaveLength(2)
})

it('keeps soft hyphens only in captions that are justified', async () => {
  const caption = (align: string) =>
    `<figcaption style="text-align: ${align}"><p>inter\u00ADnational</p></figcaption>`
  const page = await fill(
    `<div class="strip"><figure>${caption('center')}${caption('justify')}</figure></div>`,
  )
  await runHand(page, prepareParagraphs)
  const texts = (await htmlIn(page, 'figure')).split('</figcaption>')
  expect(texts[0]).toContain('international')
  expect(texts[1]).toContain('inter\u00ADnational')
})

it('keeps no soft hyphens in a title block that is ragged', async () => {
  const page = await fill(
    '<div class="strip"><header data-span="page"><p>key\u00ADwords</p></header><p>key\u00ADwords</p></div>',
  )
  await runHand(page, prepareParagraphs)
  expect(await htmlIn(page, '.strip')).toContain('<p>keywords</p></header><p>key\u00ADwords</p>')
})

it('keeps soft hyphens in a ragged side only in words that may be longer than a line', async () => {
  const words = 'key\u00ADwords, Binnen\u00ADschiff\u00ADfahrts\u00ADamt'
  const page = await fill(`<div class="strip"><aside data-place="side"><p>${words}</p></aside></div>`)
  await runHand(page, prepareParagraphs)
  expect(await htmlIn(page, 'aside')).toBe('<p>keywords, Binnen\u00ADschiff\u00ADfahrts\u00ADamt</p>')
})

it('makes paragraphs of the parts of a paragraph at the foot that are blocks', async () => {
  const paragraph = (display: string) =>
    `<p style="font-size: 0"><span style="font-size: 8px; line-height: 10px; display: ${display}">a</span>, <span style="font-size: 8px; line-height: 10px; display: ${display}">b</span></p>`
  const page = await fill(`<div class="strip"><div data-note="foot 1">${paragraph('block')}</div></div>`)
  await runHand(page, prepareParagraphs)
  const part = (text: string) =>
    `<p style="font-size: 8px; line-height: 10px;"><span style="font-size: 8px; line-height: 10px; display: inline;">${text}</span></p>`
  expect(await htmlIn(page, '[data-note]')).toBe(part('a') + part('b'))
  const inline = `<div data-note="foot 1">${paragraph('inline')}</div>`
  const other = await fill(`<div class="strip">${inline}${paragraph('block')}</div>`)
  await runHand(other, prepareParagraphs)
  expect(await htmlIn(other, '.strip')).toBe(inline + paragraph('block'))
})

it('makes one paragraph of those at the foot that are inline', async () => {
  const paragraphs = '<p class="label"><sup>*</sup>To:</p><p>A</p><p>B</p>'
  const look = '<style>section :is(p, h2) { display: inline }</style>'
  const foot = `<div data-note="foot 1"><section>${paragraphs}</section>${paragraphs}</div>`
  const page = await fill(`${look}<div class="strip">${foot}<section>${paragraphs}</section></div>`)
  await runHand(page, prepareParagraphs)
  const joined = '<p style="display: block;"><span><span class="label"><sup>*</sup>To:</span> A</span> B</p>'
  expect(await htmlIn(page, '.strip')).toBe(
    `<div data-note="foot 1"><section>${joined}</section>${paragraphs}</div><section>${paragraphs}</section>`,
  )
  const headed = await fill(
    `${look}<div class="strip"><div data-note="foot 1"><section><h2>Funds</h2><p>None.</p></section></div></div>`,
  )
  await runHand(headed, prepareParagraphs)
  expect(await htmlIn(headed, 'section')).toBe(
    '<p style="display: block;"><span role="heading" aria-level="2">Funds</span> None.</p>',
  )
})
