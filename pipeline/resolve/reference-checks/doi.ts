/**
 * DOIs in a form that resolves and that styles can print: `10.`, a registrant, a slash, a name, and nothing else (DOI
 * Handbook, 2.2).
 */

import { doiOf } from '../../values/doi.ts'
import { percentDecoded } from '../../values/percent-decoding.ts'
import type { Finding, ReferenceCheck } from './reference-check.ts'
import { variableText } from './variable-text.ts'

export const checkDois: ReferenceCheck = ({ works, depth }) =>
  works.flatMap((item): Finding[] => {
    const [doi, url] = [variableText(item, 'DOI'), variableText(item, 'URL')]
    const meantByDoi = meantDoi(doi)
    // An address is read for the DOI in it; other tools print it twice.
    const isRead = meantByDoi !== undefined && meantByDoi === doiOf(doi)
    const isRight = doi === '' || meantByDoi === doi || (isRead && depth === 'build')
    if (!isRight) return [finding(item.id, 'DOI', doi, meantByDoi)]
    if (!/^(?:doi:|10\.\d{4,9}\/)/i.test(url)) return []
    const meant = meantDoi(url)
    return [
      {
        rule: 'doi-invalid',
        key: item.id,
        variable: 'URL',
        reason: `Unexpected DOI \`${url}\` in the place of an address of \`${item.id}\``,
        note: 'Write it as the DOI of the entry; the address is made of it.',
        ...(meant !== undefined && { expected: [meant] }),
      },
    ]
  })

function finding(key: string, variable: string, doi: string, meant: string | undefined): Finding {
  return {
    rule: 'doi-invalid',
    key,
    variable,
    reason:
      meant === undefined
        ? `Unexpected DOI \`${doi}\` of \`${key}\`, expected a form such as 10.1234/abcd`
        : `Unexpected DOI \`${doi}\` of \`${key}\`, expected \`${meant}\``,
    note:
      meant === undefined
        ? 'Look it up at https://search.crossref.org, or leave it out.'
        : 'A DOI stands without address, prefix, marks of TeX or HTML, and final punctuation.',
    ...(meant !== undefined && { expected: [meant] }),
  }
}

/** The DOI itself, without what commonly clings to it; undefined where none can be seen. */
function meantDoi(written: string): string | undefined {
  const plain = written
    .replace(/\\([_%&#$])/g, '$1')
    .replace(/\\textless\s*(?:\{\})?/g, '<')
    .replace(/\\textgreater\s*(?:\{\})?/g, '>')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/[{}]/g, '')
    .replace(/^DOI[\s:]+/i, '')
    .replace(/\s+/g, '')
  const doi = doiOf(decoded(plain))?.replace(/[.,;:]+$/, '')
  if (doi === undefined || /https?:\/\/|[\\\s]/i.test(doi)) return undefined
  return doi.endsWith(')') && !doi.includes('(') ? doi.slice(0, -1) : doi
}

/** Of an address: `%3C` → `<`. */
function decoded(text: string): string {
  if (!/^https?:/i.test(text)) return text
  return percentDecoded(text)
}
