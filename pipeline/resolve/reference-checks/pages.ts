/**
 * Ranges of pages that end before they begin. `123–8` is short for `123–128`. Article numbers are not pages.
 */
import type { Finding, ReferenceCheck } from './reference-check.ts'
import { variableText } from './variable-text.ts'

export const checkPages: ReferenceCheck = ({ works }) =>
  works.flatMap((item): Finding[] => {
    const pages = variableText(item, 'page')
    const range = pages.split(/\s*[,;&]\s*/).find(isReversed)
    if (range === undefined) return []
    return [
      {
        rule: 'pages-reversed',
        key: item.id,
        variable: 'page',
        reason: `Unexpected pages \`${range}\` of \`${item.id}\`, they end before they begin`,
        note: 'Compare them with the first and the last page of the work.',
      },
    ]
  })

/** True if a range of pages ends before it begins. Both pages may have letters before them: `S12–S5`. */
export function isReversed(range: string): boolean {
  const parts = /^\s*([A-Za-z]*)(\d+)\s*[-–—]+\s*([A-Za-z]*)(\d+)\s*$/.exec(range)
  if (!parts) return false
  const [, mark = '', first = '', lastMark = '', last = ''] = parts
  // `014402-1` is page 1 of the article 014402.
  const isArticle = first.length > 5 || first.startsWith('0') || (last === '1' && first.length > 1)
  if (isArticle || (lastMark !== '' && lastMark !== mark)) return false
  const isShort = last.length < first.length && lastMark === ''
  const fullLast = isShort ? first.slice(0, first.length - last.length) + last : last
  return Number(fullLast) < Number(first)
}
