/** The web edition says how to cite an article, also if the template of its journal does not. */
import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { expect, it } from 'vitest'
import { withCitationFiles } from '../../../pipeline/render/web/citation-files.ts'
import { buildArticle } from '../../build-article.ts'

async function shown(content: Element): Promise<string> {
  const { article, journal } = await buildArticle({
    'article.md': '---\ntitle: Mud\nauthors: [Ada Crane]\ndates: {published: 2025-01-02}\n---\n\nText.\n',
  })
  return withCitationFiles(
    article,
    journal,
    undefined,
  )([content])
    .map(node => toHtml(node))
    .join('')
}

it('adds the downloads after the line of the journal', async () => {
  const html = await shown(h('article', [h('p', { className: ['how-to-cite'] }, 'Cite')]))
  expect(html).toMatch(/^<article><p class="how-to-cite">Cite<\/p><p class="citation-files">/)
  expect(html.match(/ download="[\w-]+\.(?:bib|ris|json)"/g)).toHaveLength(3)
})

it('adds the line and the downloads to the imprint, or an imprint with them', async () => {
  const imprint = h('footer', { className: ['imprint'] }, [h('p', 'Dates')])
  const inImprint = await shown(h('article', [h('p', 'Text'), imprint]))
  expect(inImprint).toMatch(
    /<footer class="imprint"><p>Dates<\/p><p class="how-to-cite"><span class="label">/,
  )
  const without = await shown(h('article', [h('p', 'Text')]))
  expect(without).toMatch(/<p>Text<\/p><footer class="imprint"><p class="how-to-cite">.*Crane.*Mud/)
  expect(without).toContain('class="citation-files"')
})
