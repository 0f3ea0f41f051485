/**
 * Works that were retracted, or that stand under an expression of concern or a correction. What was reinstated after
 * is as before. A warning and not an error: the article says what its author meant, and may well mean the retracted
 * work, which the front matter can say; `offprint check --strict` makes it a reason to stop.
 */
import type { Notice } from './notices.ts'
import type { Finding, ReferenceCheck } from './reference-check.ts'

export const findRetracted: ReferenceCheck = ({ works, notices, citedAsRetracted, depth }) =>
  works.flatMap(({ id }): readonly Finding[] => {
    const all = notices.get(id) ?? []
    const last = all.findLastIndex(({ nature }) => /^reinstatement/i.test(nature))
    const standing = all.slice(last + 1)
    const retraction = standing.findLast(({ nature }) => /^retract/i.test(nature))
    if (retraction) return citedAsRetracted.has(id) ? [] : [retracted(id, retraction)]
    const concern = standing.findLast(({ nature }) => /concern/i.test(nature))
    const notice = concern ?? (depth === 'build' ? undefined : standing.at(-1))
    return notice ? [noticed(id, notice)] : []
  })

function retracted(key: string, notice: Notice): Finding {
  return {
    rule: 'reference-retracted',
    key,
    reason: `Unexpected work \`${key}\`, it was retracted${told(notice)}`,
    note: `${notice.doi === undefined ? '' : `The notice is https://doi.org/${notice.doi}. `}Cite another work; if the retraction is what you write about, say \`cited-as-retracted: [${key}]\` in the front matter, or cite it as \`[@${key}]{.retracted}\`.`,
  }
}

function noticed(key: string, notice: Notice): Finding {
  const nature = notice.nature.toLowerCase() || 'notice'
  return {
    rule: 'reference-notice',
    key,
    reason: `Unexpected work \`${key}\`, there is ${/^[aeiou]/.test(nature) ? 'an' : 'a'} ${nature} about it${told(notice)}`,
    note: `Read ${notice.doi === undefined ? 'it' : `https://doi.org/${notice.doi}`} and see that what you say of the work still holds.`,
  }
}

/** " on 2020-01-15 (Data fabrication, Plagiarism)" */
function told({ date, reasons }: Notice): string {
  const on = date === '' ? '' : ` on ${date}`
  return reasons.length > 0 ? `${on} (${reasons.slice(0, 3).join(', ')})` : on
}
