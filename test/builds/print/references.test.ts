/** The printed list of references: nothing that only a screen needs, and one list item for each entry. */
import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { build } from '../../../pipeline/index.ts'
import { library } from '../../build-article.ts'
import { hasProgram } from '../../needs.ts'
import { printingBrowser } from '../../printer.ts'

const works = Array.from({ length: 30 }, (_, index) => ({
  id: `w${index + 1}`,
  type: 'article-journal',
  title: 'On the runoff of small rivers in wide valleys and what it carries',
  'container-title': 'Journal of Rivers',
  author: [{ family: 'Example', given: 'Ada' }],
  issued: { 'date-parts': [[2000 + index]] },
  PMID: String(1000 + index),
  DOI: `10.1000/rivers.${index}`,
}))
const cited = works.map(({ id }) => `Rivers carry much [@${id}], and again [@w1].`).join('\n\n')
const hasPoppler = hasProgram('pdftotext', 'poppler-utils')

describe.runIf(hasPoppler)('a printed list of references', () => {
  let text = ''
  let structure = ''
  let html = ''
  beforeAll(async () => {
    const files = {
      '/paper/article.md': `---\ntitle: Rivers\nbibliography: refs.json\n---\n\n${cited}\n`,
      '/paper/refs.json': JSON.stringify(works),
    }
    const result = await build(
      {
        path: '/paper',
        style: 'transactions',
        library,
        formats: ['pdf', 'html'],
        browser: printingBrowser(),
        output: '/paper/out',
      },
      { ...memoryHost(files, diskHost), write: async () => {} },
    )
    const outputOf = (ending: string) => [...result.outputs].find(([name]) => name.endsWith(ending))?.[1]
    const pdf = outputOf('.pdf')
    text = spawnSync('pdftotext', ['-', '-'], { input: pdf }).stdout.toString().replace(/\s+/g, ' ')
    structure = spawnSync('pdfinfo', ['-struct', '-'], { input: pdf }).stdout.toString()
    html = new TextDecoder().decode(outputOf('.html'))
  }, 60_000)

  it('has the text of its entries', () => {
    expect(text).toContain('[30] A. Example')
    expect(text).toContain('10.1000/rivers.29')
  })

  it('has no links back to the citations, and no names of registries', () => {
    expect(html).toContain('Back to citation 1 of 31')
    expect(html).toContain('>PubMed</a>')
    expect(text).not.toMatch(/↑|PubMed|Back to/)
  })

  it('is tagged as one list, with an item for each work', () => {
    expect(structure.match(/^ *L \(block\)/gm)).toHaveLength(1)
    expect(structure.match(/^ *LI \(block\)/gm)).toHaveLength(30)
  })
})
