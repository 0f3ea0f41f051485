/** The `sec-type` of a section with a usual heading (JATS, suggested values). */
import type { Heading } from 'mdast'
import type { Article } from '../../../model/article.ts'
import { plainTextOf } from '../../../model/plain-text.ts'

const types: readonly (readonly [RegExp, string])[] = [
  [/^(introduction|background|einleitung|introducción|introdução)$/i, 'intro'],
  [/^(materials? and methods?|methods? and materials?)$/i, 'materials|methods'],
  [/^(methods?|methodology|methoden|métodos)$/i, 'methods'],
  [/^(results|ergebnisse|resultados)$/i, 'results'],
  [/^(discussion|diskussion|discusión|discussão)$/i, 'discussion'],
  [/^(conclusions?|concluding remarks|schluss|conclusiones|conclusões)$/i, 'conclusions'],
  [/^(case reports?|case presentations?|cases?)$/i, 'cases'],
  [/^(statistical analysis|statistics)$/i, 'methods'],
]

export function sectionType(article: Article, heading: Heading): string | undefined {
  const title = plainTextOf(heading.children, article).trim()
  return types.find(([pattern]) => pattern.test(title))?.[1]
}
