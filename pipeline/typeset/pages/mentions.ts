/**
 * Finds the first mention of each float: a link to it or to one of its panels, or plain words such as "Fig.
 * 3". A float without a mention counts as mentioned at its place in the manuscript.
 */

import type { Manifest } from '../../journal/index.ts'
import type { Article, Target } from '../../model/article.ts'
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
  const linked = linkedMentions(galley)
  return galley.floats.map(float => {
    const target = article.targets.get(float.target)
    const names = [float.target, ...(target?.panels?.map(panel => panel.id) ?? [])]
    const mentions = [
      ...names.flatMap(name => linked.get(name) ?? []),
      ...plainMention(galley, target, manifest),
    ]
    return mentions.reduce<Mention | undefined>(earlier, undefined) ?? manuscriptPlace(galley, float)
  })
}

function earlier(one: Mention | undefined, other: Mention): Mention {
  if (!one) return other
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

function plainMention(galley: Galley, target: Target | undefined, { labels }: Manifest): Mention[] {
  if (!target || (target.kind !== 'figure' && target.kind !== 'table') || target.number === '') return []
  const { reference, plural } = labels[target.kind]
  const words = [...new Set([reference, plural, ...plainNames[target.kind]])].filter(Boolean).map(quoted)
  const pattern = new RegExp(`(?<!\\p{L})(?:${words.join('|')})\\s?${quoted(target.number)}(?!\\p{N})`, 'u')
  for (const [index, block] of galley.blocks.entries()) {
    if (block.type !== 'text') continue
    // The search ignores soft hyphens, so its offset is converted back.
    const at = block.text.replaceAll('\u00AD', '').search(pattern)
    if (at >= 0) return [{ block: index, at: withSoftHyphens(block.text, at) }]
  }
  return []
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
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s')
}
