/** The names of the places in a journal's template that the article fills. */

import { dateKinds, declarationKinds } from '../model/metadata.ts'

/** Places for what the author wrote. A template without one of them would lose text. */
export const authorSlots = [
  'title',
  'subtitle',
  'authors',
  'affiliations',
  'author-notes',
  'abstract',
  'keywords',
  'translated-abstracts',
  'summaries',
  'body',
  'declarations',
  'notes',
  'references',
] as const

/**
 * Places for what the journal says about the article; a template may leave them out. `line` is a text of the
 * template with values of the article, and may be there several times. A declaration with a place of its own,
 * such as `funding`, is printed there and not among the declarations, and a date such as `received` not among
 * the dates. `head-facts` is the place of the DOI, the dates, the licence and the downloads at the head of
 * the web edition; pages do not have them.
 */
export const journalSlots = [
  'line',
  'masthead',
  'head-facts',
  'section-label',
  'author-blocks',
  'biographies',
  'correspondence',
  'how-to-cite',
  'dates',
  'doi',
  'copyright',
  'license',
  'editors',
  'reviewers',
  'links',
  ...declarationKinds,
  ...dateKinds,
] as const

export type SlotName = (typeof authorSlots)[number] | (typeof journalSlots)[number]
