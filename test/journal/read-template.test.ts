/** Templates of a journal: unknown and missing slots have messages, and pictures are put into them. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { library } from '../build-article.ts'
import { loadWritten } from './load-journal.ts'

const manifest = { 'journal.yml': 'extends: transactions\ntitle: T\n' }
const base = readFileSync(`${library}/base/article.html`, 'utf8')

it.each([
  ['"title"', '"titel"', 'article.html:6:7  error  Unexpected slot `titel` in the template  journal-invalid'],
  [
    '"subtitle"',
    '"title"',
    'article.html:7:7  error  Unexpected second slot `title` in the template, expected one  journal-invalid',
  ],
  [
    '<slot name="notes"></slot>',
    '',
    'article.html  error  Missing slot `notes` in the template, so the article loses text  journal-invalid',
  ],
  [
    '<slot name="doi"></slot>',
    '<img src="images/lgo.svg" alt="Logo">',
    'article.html:31:9  error  Missing file `images/lgo.svg` in the folder of the journal  journal-invalid',
  ],
  [
    '<slot name="doi">',
    '<slot name="line">',
    'article.html:31:9  error  Missing `text` of the slot `line` in the template  journal-invalid',
  ],
  [
    '<slot name="doi">',
    '<slot name="line" text="Volume {vol}">',
    'article.html:31:9  error  Unexpected `{vol}` in the text of the slot `line`  journal-invalid',
  ],
  [
    '<slot name="doi">',
    '<slot name="line" text="Page {page}">',
    'article.html:31:9  error  Unexpected `{page}` in the text of the slot `line`  journal-invalid',
  ],
  [
    '"keywords"',
    '"keywords" data-label="below"',
    'article.html:13:9  error  Unexpected value `below` of `data-label` in the template, expected `above`  journal-invalid',
  ],
  [
    'data-span="page"',
    'data-span="wide"',
    'article.html:3:5  error  Unexpected `data-span="wide"` in the template  journal-invalid',
  ],
  [
    'class="summary"',
    'data-place="margin"',
    'article.html:11:7  error  Unexpected `data-place="margin"` in the template  journal-invalid',
  ],
  [
    'class="summary"',
    'data-place="side"',
    'article.html:11:7  error  Unexpected `data-place="side"` in the template: no side of the first page is free  journal-invalid',
  ],
])('a template with %s → %s has a message', async (from, to, expected) => {
  const { messages } = await loadWritten({
    ...manifest,
    'article.html': base.replace(from, to),
    'images/logo.svg': '<svg/>',
  })
  expect(messages).toContain(expected)
})

it('a template contains its pictures, and those without `alt` are decoration', async () => {
  const logo = '<img src="images/logo.svg" alt="The sign of the house"><img src="images/logo.svg">'
  const { journal, messages } = await loadWritten({
    ...manifest,
    'article.html': base.replace('<slot name="masthead"></slot>', logo),
    'images/logo.svg': '<svg/>',
  })
  expect(messages).toEqual([])
  const tree = JSON.stringify(journal?.template)
  expect(tree).toContain('"src":"data:image/svg+xml;base64,PHN2Zy8+","alt":"The sign of the house"')
  expect(tree).toContain('"alt":""')
})

it.each(['margin-column: { side: right, width: 12mm, gap: 3mm }', 'first: { columns: 1 }'])(
  'a template may have a side if the page has %s',
  async page => {
    const { messages } = await loadWritten({
      'journal.yml': `extends: transactions\ntitle: T\npage: { ${page} }\n`,
      'article.html': base.replace('class="declarations"', 'data-place="side"'),
    })
    expect(messages).toEqual([])
  },
)

it('a side inside the title block, which would stay there, has a message', async () => {
  const { messages } = await loadWritten({
    'journal.yml': 'extends: transactions\ntitle: T\npage: { first: { columns: 1 } }\n',
    'article.html': base.replace('class="summary"', 'data-place="side"'),
  })
  expect(messages).toEqual([
    'article.html:11:7  error  Unexpected `data-place="side"` inside an element that has a place itself  journal-invalid',
  ])
})
