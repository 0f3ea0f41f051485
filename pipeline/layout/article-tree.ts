/**
 * `Article` and `Journal` → `hast.Root`: semantic HTML of the whole article in the journal's template. The
 * printed pages and the web edition are made from the same tree. Looks belong to CSS.
 */
import type { Root } from 'hast'
import type { Journal } from '../journal/index.ts'
import type { Article } from '../model/article.ts'
import { authorBlocks } from './author-blocks.ts'
import { apartFromTemplate } from './author-classes.ts'
import { biographies } from './biographies.ts'
import { bodyContent } from './body.ts'
import { withOpening } from './drop-cap.ts'
import { frontParts } from './front-parts.ts'
import { imprintParts } from './imprint.ts'
import { notesSection } from './notes.ts'
import { referenceSections } from './references.ts'
import { fillTemplate, type Slots } from './template.ts'
import { titleParts } from './title-block.ts'

export function articleTree(article: Article, journal: Journal): Root {
  const { template } = journal
  const { 'drop-cap': lines, 'first-words': words } = journal.manifest
  const body = withOpening(bodyContent(article, journal), { lines, words })
  const slots: Slots = {
    ...titleParts(article, journal),
    ...frontParts(article, journal),
    body: apartFromTemplate(body, template),
    'author-blocks': authorBlocks(article, journal),
    biographies: biographies(article, journal),
    notes: apartFromTemplate(notesSection(article, journal), template),
    references: referenceSections(article, journal),
    ...imprintParts(article, journal),
  }
  return fillTemplate(template, slots)
}
