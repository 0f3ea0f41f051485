/**
 * DOIs that do not resolve or that styles cannot print. A DOI consists of `10.`, a registrant, a slash and a
 * name (DOI Handbook, 2.2).
 */

import { doiOf } from '../../values/doi.ts'
import { percentDecoded } from '../../values/percent-decoding.ts'
import type { Finding, ReferenceCheck } from './reference-check.ts'
import { variableText } from './variable-text.ts'

export const checkDois: ReferenceCheck = ({ works, depth }) =>
  works.flatMap((item): Finding[] => {
    const [doi, url] = [variableText(item, 'DOI'), variableText(item, 'URL')]
    const meantByDoi = meantDoi(doi)
    // A DOI in an address is understood here, but other tools print the address twice.
    const isUnderstood = meantByDoi !== undefined && meantByDoi === doiOf(doi)
    const isRight = doi === '' || meantByDoi === doi || (isUnderstood && depth === 'build')
    if (!isRight) return [finding(item.id, 'DOI', doi, meantByDoi)]
    if (!/^(?:doi:|10\.\d{4,9}\/)/i.test(url)) return []
    const meant = meantDoi(url)
    return [
      {
        rule: 'doi-invalid',
        key: item.id,
        variable: 'URL',
        reason: `Unexpected DOI \`${url}\` as the address of \`${item.id}\``,
        note: 'Write it in the field for the DOI: the address is made from it.',
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
        : 'Write the DOI alone: without an address, a prefix, markup of TeX or HTML, or punctuation after it.',
    ...(meant !== undefined && { expected: [meant] }),
  }
}

/** The DOI without the address, markup and punctuation around it; undefined if the text contains no DOI. */
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

/** If the text is a web address, decodes its percent-encoding: `%3C` → `<`. Other texts stay as they are. */
function decoded(text: string): string {
  if (!/^https?:/i.test(text)) return text
  return percentDecoded(text)
}
