/**
 * The addresses and identifiers in the text of a reference, in the order of the text: `https://…`,
 * `doi:10.1/x`, a bare DOI, `PMID: 1`, `PMC2`, `arXiv:2101.00001`. The full stop of the sentence may follow
 * an address without a space. The end of the address is then known from the data of the work, else it is
 * guessed.
 */

import type { CslItem } from '../../model/csl.ts'
import { doiOf, doiUrl } from '../../values/doi.ts'
import { escapedPattern } from '../../values/escaped-pattern.ts'
import { identifierOf } from '../../values/identifiers.ts'

interface Address {
  /** Start and end of the address in the text, in UTF-16 code units. */
  readonly start: number
  readonly end: number
  readonly url: string
}

const patterns: readonly RegExp[] = [
  /(?<url>https?:\/\/\S+)/gi,
  /(?<doi>(?:doi:|(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+)/gi,
  /\bPMID:?\s*(?<pmid>\d{1,9})\b/gi,
  /\b(?<pmcid>PMC\d+)\b/gi,
  /\b(?<arxiv>arXiv:(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})(?:v\d+)?)/gi,
]

export function findAddresses(text: string, item: CslItem | undefined): readonly Address[] {
  const workAddresses = [item?.DOI, item?.URL].flatMap(value =>
    typeof value === 'string' ? value.trim() : [],
  )
  const addresses = spacedAddress(text, item?.URL)
  for (const pattern of patterns) {
    for (const { groups = {}, index, 0: match } of text.matchAll(pattern)) {
      const [name = '', value = ''] = Object.entries(groups).find(([, part]) => part !== undefined) ?? []
      const start = index + match.indexOf(value)
      const isOpen = name === 'url' || name === 'doi'
      const shown = isOpen ? value.slice(0, addressLength(value, workAddresses)) : value
      const url = urlOf(name, shown)
      const end = start + shown.length
      if (url === undefined || addresses.some(other => other.start < end && start < other.end)) continue
      addresses.push({ start, end, url })
    }
  }
  return addresses.sort((a, b) => a.start - b.start)
}

/**
 * The address of the work if it has white space in it, which the patterns do not find: `https://a.org/b c`.
 */
function spacedAddress(text: string, address: unknown): Address[] {
  if (typeof address !== 'string' || !/^https?:\/\/\S+\s+\S/i.test(address.trim())) return []
  const pieces = address.trim().split(/\s+/)
  // The engine may have printed other white space, so any white space matches.
  const match = new RegExp(pieces.map(escapedPattern).join(String.raw`\s+`), 'i').exec(text)
  if (!match) return []
  return [{ start: match.index, end: match.index + match[0].length, url: pieces.join('%20') }]
}

function urlOf(name: string, shown: string): string | undefined {
  if (name === 'pmid') return identifierOf(`pmid:${shown}`)?.address
  if (name === 'pmcid') return identifierOf(`pmcid:${shown}`)?.address
  if (name === 'arxiv') return identifierOf(shown)?.address
  const doi = doiOf(shown)
  return doi === undefined ? (name === 'url' ? shown : undefined) : doiUrl(doi)
}

/** How many characters of `value`, which has no white space, belong to the address. */
function addressLength(value: string, workAddresses: readonly string[]): number {
  for (const address of workAddresses) {
    const at = value.toLowerCase().indexOf(address.toLowerCase())
    const end = at + address.length
    // The text may continue the address of the work: `https://a.org/x/y` begins with `https://a.org/x`.
    if (at >= 0 && !/[\p{L}\p{N}/_-]/u.test(value[end] ?? '')) return end
  }
  let end = value.length
  while (end > 0 && endsInPunctuation(value.slice(0, end))) end--
  return end
}

/**
 * True if the last character is punctuation after the address. A closing bracket belongs to the address if it
 * is opened in the address.
 */
function endsInPunctuation(value: string): boolean {
  const last = value.at(-1) ?? ''
  if (/[)\]}>]/.test(last)) {
    const opening = { ')': '(', ']': '[', '}': '{', '>': '<' }[last] ?? ''
    return value.split(last).length > value.split(opening).length
  }
  return /[.,;:!?'"’”»«]/.test(last)
}
