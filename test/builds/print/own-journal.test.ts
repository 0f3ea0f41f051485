/** A journal with fonts, pictures and heads of its own, as it is printed. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { memoryHost } from '../../../pipeline/host/index.ts'
import { build, diskHost } from '../../../pipeline/index.ts'
import { inspectPdf } from '../../../pipeline/tools/pdf/inspect.ts'
import { library } from '../../build-article.ts'
import { printingBrowser } from '../../printer.ts'

const boxes = readFileSync(
  fileURLToPath(new URL('../../fixtures/journal-fonts/boxes-variable.ttf', import.meta.url)),
)
const sign =
  '<svg xmlns="http://www.w3.org/2000/svg" width="6" height="4"><rect width="6" height="4" fill="#05f"/></svg>'

const files = {
  '/paper/article.md':
    '---\ntitle: Words\nauthor: Ann Doe\nstyle: ./mine\n---\n\n# First\n\nWords in *other* **words**.\n',
  '/paper/mine/journal.yml': `extends: article
title: Mine
fonts:
  - family: Boxes
    faces: { "400": fonts/boxes.ttf, "400 italic": fonts/boxes.ttf, "700": fonts/boxes.ttf }
furniture:
  first:
    head-left: { image: images/sign.svg, height: 8mm, text: ["{journal}", "2026"] }
    head-rule: 0.5pt
`,
  '/paper/mine/print.css':
    ':root { --serif: Boxes }\n.text h2 { background: url(images/sign.svg) no-repeat }\n',
  '/paper/mine/web.css': ':root { --serif: Boxes }\n.title { background: url(images/sign.svg) no-repeat }\n',
  '/paper/mine/fonts/boxes.ttf': boxes,
  '/paper/mine/images/sign.svg': sign,
}

it('a folder beside the manuscript is a journal with its own fonts, pictures and heads', async () => {
  const host = { ...memoryHost(files, diskHost), write: async () => {} }
  const result = await build(
    { path: '/paper', library, formats: ['pdf', 'html'], browser: printingBrowser(), output: '/out' },
    host,
  )
  expect(result.files.flatMap(file => file.messages.map(String))).toEqual([])
  const facts = await inspectPdf(result.outputs.get('paper.pdf') ?? new Uint8Array())
  expect(facts.fonts.filter(font => !font.isEmbedded || font.subtype === 'Type3')).toEqual([])
  expect(facts.fonts.length).toBeGreaterThan(0)
  const html = new TextDecoder().decode(result.outputs.get('paper.html'))
  const address = `data:image/svg+xml;base64,${Buffer.from(sign).toString('base64')}`
  expect(html).toContain(`url("${address}")`)
  expect(html.match(/font-family: 'Boxes'/g)).toHaveLength(3)
  expect(html).toMatch(/font-family: 'Boxes';[^}]*url\(data:font\/woff;base64,/)
})
