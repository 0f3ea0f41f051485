/** Style sheets of a journal: mistakes have their place, and pictures are put into them. */
import { describe, expect, it } from 'vitest'
import { loadWritten } from './load-journal.ts'

const manifest = { 'journal.yml': 'extends: transactions\ntitle: T\n' }
const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'

describe('a style sheet', () => {
  it.each([
    ['.a { colour red; }', '6', 'Unexpected `colour red` in the style sheet, expected `property: value;`'],
    ['.a { color: red\n  margin: 0 }', '6', 'Missing `;` before `margin` in the style sheet'],
    ['.a { margin: 0 } }', '18', 'Unexpected `}` in the style sheet, nothing is open before it'],
    ['.a { margin: 0', '4', 'Unexpected `{` in the style sheet, which is never closed'],
    ['.a { margin: calc(1px }', '23', 'Unexpected `}` in the style sheet, nothing is open before it'],
    ['margin: 0;', '1', 'Unexpected `margin: 0` in the style sheet, expected a rule `selector { … }`'],
    ['.a { margin: 0 } /* note', '18', 'Unexpected comment without an end in the style sheet, expected `*/`'],
    ['.a { content: "x; }', '15', 'Unexpected text without an end in the style sheet, expected `"`'],
    ['@import "more.css";', '1', 'Unexpected `@import` in the style sheet of a journal'],
    [
      '.a { background: url(images/none.svg) }',
      '18',
      'Missing file `images/none.svg` in the folder of the journal',
    ],
    [
      '.a { background: url("../secret.png") }',
      '18',
      'Missing file `../secret.png` in the folder of the journal',
    ],
    [
      '.a { background: url(https://example.org/a.png) }',
      '18',
      'Unexpected address `https://example.org/a.png`, expected a file in the folder of the journal',
    ],
    [
      '.a { background: url(notes.txt) }',
      '18',
      'Unexpected file `notes.txt`, expected a picture: SVG, PNG, JPEG, GIF, WebP or AVIF',
    ],
  ])('with a mistake has a message: %j', async (css, column, reason) => {
    const { messages } = await loadWritten({ ...manifest, 'print.css': css, '/secret.png': 'x' })
    expect(messages).toContain(`print.css:1:${column}  error  ${reason}  journal-invalid`)
  })

  it.each([
    '@import url(https://example.org/a.css); .a { color: red }',
    '@import "https://example.org/a.css" screen;',
    '.a { background: url(https://example.org/a.png) }',
    '.a { background: image-set("https://example.org/a.png" 1x, "b.png" type("image/png") 2x) }',
  ])('keeps no address of another site: %j', async css => {
    const { journal, messages } = await loadWritten({ ...manifest, 'web.css': css })
    expect(messages).not.toEqual([])
    expect(journal?.css.web).not.toContain('example.org')
  })

  it.each([
    '.a:hover > b::after { content: "}"; --own: { }; color: rgb(1 2 3 / 50%) }',
    '@media (min-width: 3em) { .a { color: red; & .b { margin: 0 } } }',
    '.a { background: url(data:image/svg+xml;base64,AAAA) no-repeat, url(#b) }',
    '@layer x; .a { font: 10pt / 12pt var(--sans); }\n/* } */',
    ':root { --empty: ; }',
  ])('without a mistake has none: %j', async css => {
    const { messages } = await loadWritten({ ...manifest, 'web.css': css })
    expect(messages).toEqual([])
  })

  it('contains the pictures of the nearest journal that has them', async () => {
    const { journal, messages } = await loadWritten({
      'journal.yml': 'extends: house\ntitle: T\n',
      'images/own.svg': svg,
      'print.css':
        ".a { background: url( 'images/own.svg' ) } .b { background: url(images/house%20sign.svg#x) }",
      '/house/journal.yml': 'extends: transactions\n',
      '/house/images/house sign.svg': svg,
    })
    expect(messages).toEqual([])
    const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
    expect(journal?.css.print).toContain(
      `.a { background: url("${address}") } .b { background: url("${address}#x") }`,
    )
  })
})
