/** The names of the places in a journal's template that the article fills. */

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

/** Places for what the journal says about the article; a template may leave them out. */
export const journalSlots = [
  'masthead',
  'section-label',
  'author-blocks',
  'biographies',
  'opening-declarations',
  'correspondence',
  'how-to-cite',
  'dates',
  'doi',
  'copyright',
  'license',
] as const

export type SlotName = (typeof authorSlots)[number] | (typeof journalSlots)[number]
