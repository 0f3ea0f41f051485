/**
 * The same work under two keys: entries with the same DOI, or with the same title, year and first author and
 * no difference in DOI, volume, pages or kind. If both keys are cited, the work is in the list twice.
 */
import type { CslItem } from '../../model/csl.ts'
import { isPreprint } from './preprints.ts'
import type { Finding, ReferenceCheck } from './reference-check.ts'
import { variableText } from './variable-text.ts'
import { firstAuthor, issuedYear, plainDoi, plainTitle } from './work-identity.ts'

export const findDuplicates: ReferenceCheck = ({ all, cited, depth }) => {
  const concerned = all.filter(item => depth !== 'build' || cited.has(item.id))
  const reported = new Set<string>()
  const findings: Finding[] = []
  for (const groups of [groupsBy(concerned, plainDoi), groupsBy(concerned, bibliographicName)]) {
    for (const [first, ...others] of groups) {
      for (const other of others) {
        const isConcerned = depth === 'all' || [first, other].some(item => item && cited.has(item.id))
        if (!first || !isConcerned || reported.has(other.id) || !isSame(first, other)) continue
        reported.add(other.id)
        findings.push(finding(first, other))
      }
    }
  }
  return findings
}

function finding(first: CslItem, other: CslItem): Finding {
  const doi = plainDoi(other)
  const isSameDoi = doi !== undefined && doi === plainDoi(first)
  const isSameTitle = plainTitle(first) === plainTitle(other)
  return {
    rule: 'reference-duplicate',
    key: other.id,
    ...(isSameDoi && { variable: 'DOI' }),
    reason: isSameDoi
      ? `Unexpected second entry \`${other.id}\` with the DOI of \`${first.id}\`${isSameTitle ? '' : ', and another title'}`
      : `Unexpected second entry \`${other.id}\` with title, year and first author of \`${first.id}\``,
    note:
      isSameDoi && !isSameTitle
        ? 'One of them has the wrong DOI, or they are one work.'
        : 'Cite the work by one key, and delete the other entry. If both are cited, the list has the work twice.',
    expected: [first.id],
  }
}

function groupsBy(
  items: readonly CslItem[],
  nameOfItem: (item: CslItem) => string | undefined,
): readonly (readonly CslItem[])[] {
  const groups = Map.groupBy(items, nameOfItem)
  groups.delete(undefined)
  return [...groups.values()]
}

/** Title, year and first author; undefined if one of them is missing. */
function bibliographicName(item: CslItem): string | undefined {
  const parts = [plainTitle(item), issuedYear(item) ?? '', firstAuthor(item)]
  return parts.includes('') ? undefined : parts.join('/')
}

/**
 * True if two entries with the same title, year and first author are one work: they have the same DOI, or are
 * of the same kind and differ neither in DOI nor in volume, pages and the like.
 */
function isSame(one: CslItem, other: CslItem): boolean {
  const doi = plainDoi(one)
  if (doi !== undefined && doi === plainDoi(other)) return true
  // A preprint and its published version are reported by `preprints.ts`.
  if (kindOf(one) !== kindOf(other) || isPreprint(one) !== isPreprint(other)) return false
  const isOnline = kindOf(one) === 'online'
  const distinctive = ['volume', 'issue', 'number', 'version', 'edition', ...(isOnline ? ['URL'] : [])]
  const differs = (variable: string) => {
    const [a, b] = [variableText(one, variable), variableText(other, variable)]
    return a !== '' && b !== '' && a.toLowerCase() !== b.toLowerCase()
  }
  const [a, b] = [doi, plainDoi(other)]
  if (a !== undefined && b !== undefined) return false
  return !distinctive.some(differs) && !differsInPage(one, other)
}

function differsInPage(one: CslItem, other: CslItem): boolean {
  const [a, b] = [one, other].map(item => /\w+/.exec(variableText(item, 'page'))?.[0])
  return a !== undefined && b !== undefined && a !== b
}

/**
 * The kind of a work. A program, its data and the paper about it often have one title, so works of different
 * kinds are not the same.
 */
function kindOf({ type }: CslItem): string {
  if (['software', 'dataset'].includes(type)) return type
  return ['webpage', 'post', 'post-weblog', 'document'].includes(type) ? 'online' : 'text'
}
