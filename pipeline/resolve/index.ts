/**
 * Stage 2: `Manuscript` and `Journal` → `Article`. Everything that depends on something elsewhere is
 * decided here and once: numbers, citation texts, the reference list, affiliation marks, formulas, images,
 * the lines that the journal prints about the article. After this there are only look-ups.
 */
import type { Root, RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Article, Manuscript } from '../article.ts'
import type { Host } from '../host/index.ts'
import type { Journal } from '../journal/index.ts'
import type { Div } from '../mdast.ts'
import { loadAssets } from './assets.ts'
import { placeCitations, resolveCitations } from './citations.ts'
import { resolveContributors } from './contributors.ts'
import { resolveCrossReferences } from './cross-references.ts'
import { ElementIds } from './element-ids.ts'
import { resolveFormulas } from './formulas.ts'
import { resolveImprint } from './imprint.ts'
import { resolveLinks } from './links.ts'
import { resolveNotes } from './notes.ts'
import { takeReferenceSection } from './reference-section.ts'
import { resolveTargets } from './targets.ts'

export async function resolve(manuscript: Manuscript, journal: Journal, host: Host): Promise<Article> {
  const { file, metadata } = manuscript
  const language = metadata.lang ?? journal.manifest.language
  // The trees are copied: the steps below write ids into them, and the manuscript stays as it was.
  const title = structuredClone([...manuscript.title])
  const abstract = structuredClone([...manuscript.abstract])
  const body = structuredClone(manuscript.body.children)
  takeReferenceSection(body)
  // As the reader meets them: title, abstract, text. Blocks keep the three apart.
  const text = block(body)
  const whole: Root = {
    type: 'root',
    children: [{ type: 'paragraph', children: title }, block(abstract), text],
  }

  const ids = new ElementIds(whole)
  const notes = resolveNotes(whole, file, ids)
  const targets = resolveTargets(text, { journal, file, ids })
  resolveLinks(whole, { targets, ids, file })
  const assets = await loadAssets(whole, manuscript, host)
  const contributors = resolveContributors(manuscript, journal)
  const citations = resolveCitations(whole, { manuscript, journal, language, ids })
  if (journal.manifest.citations.placement === 'after-punctuation') placeCitations(whole)

  // A footnote of the title is none of its words.
  const plainTitle = plainText(title.filter(node => node.type !== 'note')).trim()

  return {
    slug: manuscript.slug,
    language,
    metadata,
    title,
    plainTitle,
    abstract,
    body: { type: 'root', children: body },
    ...contributors,
    targets,
    ...citations,
    crossReferences: resolveCrossReferences(whole, { targets, journal, file }),
    formulas: resolveFormulas(whole, file),
    notes,
    assets,
    imprint: resolveImprint({ manuscript, journal, language, ...contributors, plainTitle }),
  }
}

function block(children: RootContent[]): Div {
  return { type: 'div', attributes: { classes: [], values: {} }, children }
}
