/**
 * Reports, once, that the journal's labels or the words of citations are missing in the article's language.
 */

import type { Journal } from '../journal/index.ts'
import type { Manuscript } from '../model/article.ts'
import { report } from '../model/diagnostics.ts'
import { cslLocale } from '../tools/citation-js/citation-js.ts'
import { primaryLanguage } from '../values/language.ts'

export function reportLanguage(manuscript: Manuscript, journal: Journal, hasCitations: boolean): void {
  const { lang } = manuscript.metadata
  if (lang === undefined) return
  const gaps: string[] = []
  if (primaryLanguage(journal.manifest.language) !== primaryLanguage(lang)) gaps.push('labels')
  if (hasCitations && !journal.cslLocale && cslLocale(lang) === undefined) gaps.push('citations')
  if (gaps.length === 0) return
  report(manuscript.file, 'language-partial', {
    reason: `Missing words for the language \`${lang}\`: ${gaps.join(' and ')} are in English`,
    place: manuscript.placeOf(['lang']),
    note: gaps.includes('labels')
      ? `The journal can give its words in this language in \`labels/${lang}.yml\`.`
      : `There is no CSL locale for this language: put a file \`locales-${lang}.xml\` beside the journal's style.`,
  })
}
