/**
 * The addresses and identifiers in the text of a reference, in the order of the text: `https://…`,
 * `doi:10.1/x`, a bare DOI, `PMID: 1`, `PMC2`, `arXiv:2101.00001`. An address in a sentence may be followed by its full stop;
 * where it ends is known from the work itself, else guessed.
 */

import type { CslItem } from '../../model/csl.ts'
import { doiOf, doiUrl } from '../../values/doi.ts'
import { identifierOf } from '../../values/identifiers.ts'

export interface Address {
  /** In UTF-16 code units of the text. */
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
  const known = [item?.DOI, item?.URL].flatMap(value => (typeof value === 'string' ? value.trim() : []))
  const found = spacedAddress(text, item?.URL)
  for (const pattern of patterns) {
    for (const { groups = {}, index, 0: whole } of text.matchAll(pattern)) {
      const [name = '', value = ''] = Object.entries(groups).find(([, part]) => part !== undefined) ?? []
      const start = index + whole.indexOf(value)
      const isOpen = name === 'url' || name === 'doi'
      const shown = isOpen ? value.slice(0, lengthOf(value, known)) : value
      const url = urlOf(name, shown)
      const end = start + shown.length
      if (url === undefined || found.some(one => one.start < end && start < one.end)) continue
      found.push({ start, end, url })
    }
  }
  return found.sort((one, other) => one.start - other.start)
}

/** The work's own address, written with white space, which ends any other: `https://a.org/b c`. */
function spacedAddress(text: string, address: unknown): Address[] {
  if (typeof address !== 'string' || !/^https?:\/\/\S+\s+\S/i.test(address.trim())) return []
  const pieces = address.trim().split(/\s+/)
  // The engine may have other white space.
  const match = new RegExp(pieces.map(RegExp.escape).join(String.raw`\s+`), 'i').exec(text)
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

/** How much of what has no white space is the address. */
function lengthOf(value: string, known: readonly string[]): number {
  for (const one of known) {
    const at = value.toLowerCase().indexOf(one.toLowerCase())
    const end = at + one.length
    // `https://a.org/x` is not all of `https://a.org/x/y`.
    if (at >= 0 && !/[\p{L}\p{N}/_-]/u.test(value[end] ?? '')) return end
  }
  let end = value.length
  while (end > 0 && isClosing(value.slice(0, end))) end -= 1
  return end
}

function isClosing(value: string): boolean {
  const last = value.at(-1) ?? ''
  if (/[)\]}>]/.test(last)) {
    const opening = { ')': '(', ']': '[', '}': '{', '>': '<' }[last] ?? ''
    return value.split(last).length > value.split(opening).length
  }
  return /[.,;:!?'"’”»«]/.test(last)
}
