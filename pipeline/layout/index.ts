/**
 * Stage 3: `Article` and `Journal` → `hast.Root`, the semantic HTML of the whole article in the journal's
 * template. It serves the pages and the web edition alike; looks belong to CSS. Nothing is computed here:
 * every number and text is looked up in the article.
 */
import type { Root } from 'hast'
import type { Journal } from '../journal/index.ts'
import type { Article } from '../model/article.ts'
import { bodyContent } from './body.ts'
import { frontParts } from './front-parts.ts'
import { imprintParts } from './imprint.ts'
import { notesSection } from './notes.ts'
import { referenceSections } from './references.ts'
import { fillTemplate, type Slots } from './template.ts'
import { titleParts } from './title-block.ts'

export function layout(article: Article, journal: Journal): Root {
  const slots: Slots = {
    ...titleParts(article, journal),
    ...frontParts(article, journal),
    body: bodyContent(article, journal),
    notes: notesSection(article, journal),
    references: referenceSections(article, journal),
    ...imprintParts(article, journal),
  }
  return fillTemplate(journal.template, slots)
}

export { phrases } from './body.ts'
export { fontContent, fontTexts } from './font-content.ts'
export { reportMissingGlyphs } from './missing-glyphs.ts'
export { screenWords } from './screen-words.ts'
