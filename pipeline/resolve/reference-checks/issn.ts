/** ISSNs with a wrong check digit, modulo 11 (ISO 3297). */
import { sum } from '../../values/sum.ts'
import type { Finding, ReferenceCheck } from './reference-check.ts'
import { variableText } from './variable-text.ts'

export const checkIssns: ReferenceCheck = ({ works }) =>
  works.flatMap(item =>
    invalidIssns(variableText(item, 'ISSN')).map(
      (issn): Finding => ({
        rule: 'issn-invalid',
        key: item.id,
        variable: 'ISSN',
        reason: /^\d{4}-?\d{3}[\dX]$/i.test(issn)
          ? `Unexpected ISSN \`${issn}\` of \`${item.id}\`, its last digit does not fit the others`
          : `Unexpected ISSN \`${issn}\` of \`${item.id}\`, expected a form such as 1234-5679`,
        note: 'Look it up at https://portal.issn.org, or leave it out.',
      }),
    ),
  )

function invalidIssns(field: string): readonly string[] {
  return field
    .replace(/\b[ep]?-?ISSN(?:-L)?:?/gi, ' ')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[‐‑–]/g, '-')
    .split(/[\s,;/]+|\band\b/)
    .filter(part => part !== '' && !isIssn(part))
}

export function isIssn(text: string): boolean {
  const digits = text.replace('-', '').toUpperCase()
  if (!/^\d{7}[\dX]$/.test(digits)) return false
  const weighted = [...digits].map((digit, index) => (digit === 'X' ? 10 : Number(digit)) * (8 - index))
  return sum(weighted) % 11 === 0
}
