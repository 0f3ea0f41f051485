/**
 * Works that were retracted, corrected or given an expression of concern. Notices before a reinstatement do
 * not count. A retracted work that the author cites as retracted, because the article is about the
 * retraction, is not reported. With `--strict`, `offprint check` fails because of these warnings.
 */
import type { Notice } from './notices.ts'
import type { Finding, ReferenceCheck } from './reference-check.ts'

export const findRetracted: ReferenceCheck = ({ works, notices, citedAsRetracted, depth }) =>
  works.flatMap(({ id }): readonly Finding[] => {
    const all = notices.get(id) ?? []
    const last = all.findLastIndex(({ nature }) => /^reinstatement/i.test(nature))
    const valid = all.slice(last + 1)
    const retraction = valid.findLast(({ nature }) => /^retract/i.test(nature))
    if (retraction) return citedAsRetracted.has(id) ? [] : [retracted(id, retraction)]
    const concern = valid.findLast(({ nature }) => /concern/i.test(nature))
    const notice = concern ?? (depth === 'build' ? undefined : valid.at(-1))
    return notice ? [noticed(id, notice)] : []
  })

function retracted(key: string, notice: Notice): Finding {
  return {
    rule: 'reference-retracted',
    key,
    reason: `Unexpected work \`${key}\`, it was retracted${dateAndReasons(notice)}`,
    note: `${notice.doi === undefined ? '' : `The notice is https://doi.org/${notice.doi}. `}Cite another work. If you write about the retraction, say \`cited-as-retracted: [${key}]\` in the front matter, or cite it as \`[@${key}]{.retracted}\`.`,
  }
}

function noticed(key: string, notice: Notice): Finding {
  const nature = notice.nature.toLowerCase() || 'notice'
  return {
    rule: 'reference-notice',
    key,
    reason: `Unexpected work \`${key}\`, there is ${/^[aeiou]/.test(nature) ? 'an' : 'a'} ${nature} about it${dateAndReasons(notice)}`,
    note: `Read ${notice.doi === undefined ? 'it' : `https://doi.org/${notice.doi}`} and check that what you write about the work is still true.`,
  }
}

/**
 * The date and the reasons of a notice, with a space before them: " on 2020-01-15 (Data fabrication,
 * Plagiarism)".
 */
function dateAndReasons({ date, reasons }: Notice): string {
  const on = date === '' ? '' : ` on ${date}`
  return reasons.length > 0 ? `${on} (${reasons.slice(0, 3).join(', ')})` : on
}
