/**
 * Finds the first mention of each float: a link to it or to one of its panels, or plain words such as "Fig.
 * 3". A float without a mention counts as mentioned at its place in the manuscript.
 */

import type { Manifest } from '../../journal/index.ts'
import type { Article, Target } from '../../model/article.ts'
import { escapedPattern } from '../../values/escaped-pattern.ts'
import type { Galley, GalleyFloat } from '../galley.ts'

export interface Mention {
  /** Index of the block in `Galley.blocks`. */
  readonly block: number
  /** Offset of the mention in the text of the block; 0 in a box. */
  readonly at: number
}

/** Names that authors write without a cross-reference, whatever the journal prints. */
const plainNames = {
  figure: ['Figure', 'Figures', 'Fig.', 'Figs.'],
  table: ['Table', 'Tables', 'Tab.'],
} as const

/** The first mentions, in the order of `galley.floats`. */
export function findMentions(galley: Galley, article: Article, manifest: Manifest): readonly Mention[] {
  const targets = galley.floats.map(float => article.targets.get(float.target))
  const linked = linkedMentions(galley)
  const plain = plainMentions(galley, targets, manifest)
  return galley.floats.map((float, index) => {
    const target = targets[index]
    const names = [float.target, ...(target?.panels?.map(panel => panel.id) ?? [])]
    const mentions = [...names.map(name => linked.get(name)), target && plain.get(plainKey(target))]
    return mentions.reduce(earlier, undefined) ?? manuscriptPlace(galley, float)
  })
}

function earlier(one: Mention | undefined, other: Mention | undefined): Mention | undefined {
  if (!one || !other) return one ?? other
  return other.block < one.block || (other.block === one.block && other.at < one.at) ? other : one
}

function linkedMentions(galley: Galley): ReadonlyMap<string, Mention> {
  const mentions = new Map<string, Mention>()
  galley.blocks.forEach((block, index) => {
    if (block.type === 'break') return
    for (const { target, at } of block.links) {
      if (!mentions.has(target)) mentions.set(target, { block: index, at })
    }
  })
  return mentions
}

/** The first mentions in plain words, by `plainKey` of what they mention. */
function plainMentions(
  galley: Galley,
  targets: readonly (Target | undefined)[],
  { labels }: Manifest,
): ReadonlyMap<string, Mention> {
  const mentions = new Map<string, Mention>()
  for (const kind of ['figure', 'table'] as const) {
    const numbered = targets.filter(
      (target): target is Target => target?.kind === kind && target.number !== '',
    )
    const waiting = new Set(numbered.map(plainKey))
    const lengths = [...new Set(numbered.map(({ number }) => number.length))]
    const { reference, plural } = labels[kind]
    const label = labelPattern([reference, plural, ...plainNames[kind]])
    for (const [block, content] of galley.blocks.entries()) {
      if (waiting.size === 0) break
      if (content.type !== 'text') continue
      // The search ignores soft hyphens, so its offset is converted back.
      const text = content.text.replaceAll('\u00AD', '')
      for (const match of text.matchAll(label)) {
        const start = match.index + match[0].length
        for (const length of lengths) {
          const key = plainKey({ kind, number: text.slice(start, start + length) })
          if (!waiting.has(key) || goesOn(text, start + length)) continue
          waiting.delete(key)
          mentions.set(key, { block, at: withSoftHyphens(content.text, match.index) })
        }
      }
    }
  }
  return mentions
}

/** True if the number before `end` is only the beginning of one: "1" of "12", "I" of "II". */
function goesOn(text: string, end: number): boolean {
  const [last = '', next = ''] = text.slice(end - 1, end + 1)
  return /\p{N}/u.test(next) || (/\p{L}/u.test(last) && /\p{L}/u.test(next))
}

/** Finds one of the labels at the beginning of a word, with the space after it. */
function labelPattern(labels: readonly string[]): RegExp {
  const longestFirst = [...new Set(labels)].filter(Boolean).toSorted((a, b) => b.length - a.length)
  return new RegExp(`(?<!\\p{L})(?:${longestFirst.map(quoted).join('|')})\\s?`, 'gu')
}

function plainKey({ kind, number }: Pick<Target, 'kind' | 'number'>): string {
  return `${kind} ${number.replace(/\s/g, ' ')}`
}

function withSoftHyphens(text: string, at: number): number {
  let offset = 0
  for (let seen = 0; offset < text.length && (seen < at || text[offset] === '\u00AD'); offset++) {
    if (text[offset] !== '\u00AD') seen++
  }
  return offset
}

/** The end of the block before the float, or the beginning of the text. */
function manuscriptPlace(galley: Galley, float: GalleyFloat): Mention {
  const block = Math.max(0, float.after - 1)
  const before = galley.blocks[block]
  return { block, at: float.after > 0 && before?.type === 'text' ? Math.max(0, before.text.length - 1) : 0 }
}

function quoted(text: string): string {
  return escapedPattern(text).replace(/\s/g, '\\s')
}
