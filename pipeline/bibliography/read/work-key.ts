/**
 * Keys for works whose format has no keys: the first name and the year, `Trentini2019`. If a key is already
 * in use, a letter is added, in the order of the file.
 */
import type { CslDate, CslDraft, CslName } from '../../model/csl.ts'

/** Returns a function that makes a new key for each work of one file. */
export function keyMaker(): (item: CslDraft) => string {
  const taken = new Set<string>()
  /** The letter or number to try next, by the key without it. */
  const nextOf = new Map<string, number>()
  return item => {
    const stem = `${keyName(item)}${keyYear(item)}` || 'work'
    let key = stem
    let at = nextOf.get(stem) ?? 0
    for (; taken.has(key); at++) key = `${stem}${at < 26 ? String.fromCharCode(97 + at) : `-${at}`}`
    nextOf.set(stem, at)
    taken.add(key)
    return key
  }
}

function keyName(item: CslDraft): string {
  for (const variable of ['author', 'editor']) {
    const names = item[variable]
    // The cast is safe: the readers write names of CSL.
    const first = Array.isArray(names) ? (names[0] as CslName | undefined) : undefined
    const name = first?.family ?? first?.literal ?? ''
    if (name !== '') return name.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')
  }
  const title = item.title
  const [word = ''] = typeof title === 'string' ? (/[\p{L}\p{N}]{4,}/u.exec(title) ?? []) : []
  return word
}

function keyYear(item: CslDraft): string {
  // The cast is safe: the readers write dates of CSL.
  const date = item.issued as CslDate | undefined
  return String(date?.['date-parts']?.[0]?.[0] ?? '')
}
