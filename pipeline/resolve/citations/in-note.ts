/**
 * A citation inside an author's footnote, in a note style (CSL 1.0.2, `class="note"`). The style prints a
 * whole sentence, which here becomes part of the author's sentence. The citation keeps its full stop if
 * nothing follows, and its capital if nothing precedes it.
 *
 *     See [@a], and others.     →  See Doe, *Work*, and others.
 *     But see [@a, p. 12].      →  But see ibid., 12.
 *     As they say [see @a, 3].  →  As they say (see Doe, *Work*, 3).
 *
 * The words before a citation are part of its sentence if they lead to it, as "see" does. After other words
 * the citation keeps the parentheses that the brackets mean.
 */
import type { ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { textNode } from '../../model/hast.ts'
import type { CitationPlace } from './citation-places.ts'

/** Abbreviations, which keep their full stop inside a sentence. */
const abbreviation = /(?:^|[\s(])(?:ibid|id|op\. cit|loc\. cit|et al|n\.d|eds?|trans|vols?|no|\p{Lu})\.$/iu

/**
 * Words that a style prints at the beginning of a note. They are not names, so that they lose their capital.
 */
const backReference = /^(?:Ibidem|Ibid|Idem|Id|Ebenda|Ebda|Ebd|Op\. cit|Loc\. cit|Supra)(?![\p{L}\p{N}])/u

/** Abbreviations before a citation, whose full stop does not end the sentence. */
const leadIn = /(?:^|[\s(])(?:cf|see e\.g|e\.g|i\.e|viz|vgl|s|bzw|z\. ?B|p\. ?ex)\.$/iu

/** Words that lead to a citation, at the end of the text before it. */
const leadingWords =
  /(?:^|[\s(])(?:see|also|too|cf|compare|contrast|in|by|from|after|following|e\.g|i\.e|viz|and|or|with|to|quoted in|cited in|vgl|siehe|bei|nach|s|voir|chez|dans|cfr|v(?:é|e)ase|zie|vid|apud)\.?,?$|[:;,(–—-]$/iu

export function asPartOfNote(
  content: readonly ElementContent[],
  { node, before, next }: Pick<CitationPlace, 'node' | 'before' | 'next'>,
): readonly ElementContent[] {
  const lead = before
    .map(node => plainText(node))
    .join('')
    .trim()
  const isInSentence = continuesSentence(lead)
  const part = isInSentence ? lowered(content) : content
  const isAside = isInSentence && node.mode === 'parenthetical' && node.form === undefined
  if (!isAside || leadingWords.test(lead)) return withEnd(part, next)
  return [textNode('('), ...withStop(part, ''), textNode(')')]
}

/** Words that refer back, anywhere in a text. */
const backReferences = new RegExp(`(?<![\\p{L}\\p{N}])${backReference.source.slice(1)}`, 'gu')

/**
 * Gives words that refer back a small letter inside a sentence: "See also Ibid., 3" → "See also ibid., 3".
 */
export function withLowBackReferences(content: readonly ElementContent[]): ElementContent[] {
  let before = ''
  const walk = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.map(node => {
      if (node.type === 'element') return { ...node, children: walk(node.children) }
      if (node.type !== 'text') return node
      const value = node.value.replaceAll(backReferences, (word, ...rest: (string | number)[]) => {
        const offset = rest.find(one => typeof one === 'number') ?? 0
        const lead = `${before}${node.value.slice(0, offset)}`.trim()
        return continuesSentence(lead) ? word.charAt(0).toLowerCase() + word.slice(1) : word
      })
      before += node.value
      return { ...node, value }
    })
  return walk(content)
}

/** True if what follows these words is inside their sentence. */
function continuesSentence(lead: string): boolean {
  return lead !== '' && (!/[.?!…]["'”’»)]*$/.test(lead) || leadIn.test(lead))
}

/** Gives the first word a small letter if it refers back: "Ibid." → "ibid." */
function lowered(content: readonly ElementContent[]): readonly ElementContent[] {
  const [first, ...others] = content
  if (first?.type === 'element') return [{ ...first, children: [...lowered(first.children)] }, ...others]
  if (first?.type !== 'text' || !backReference.test(first.value)) return content
  return [{ ...first, value: first.value.charAt(0).toLowerCase() + first.value.slice(1) }, ...others]
}

/**
 * Adapts the end of the citation to the text after it. A comma at the beginning of that text moves into the
 * closing quotation marks of the citation.
 */
function withEnd(
  content: readonly ElementContent[],
  next: RootContent | undefined,
): readonly ElementContent[] {
  const after = next ? plainText(next) : ''
  if (next === undefined || (next.type === 'text' && after.trim() === '')) return content
  const words = textOf({ type: 'root', children: [...content] })
  if (abbreviation.test(words) && !after.startsWith('.')) return content
  const isInQuotes = /\.["'”’]+$/.test(words)
  if (!isInQuotes || next.type !== 'text' || !after.startsWith(',')) return withStop(content, '')
  next.value = next.value.slice(1)
  return withStop(content, ',')
}

/** Replaces the full stop at the end by `stop`, which may be empty. */
function withStop(content: readonly ElementContent[], stop: string): readonly ElementContent[] {
  const last = content.at(-1)
  if (last?.type === 'element') {
    return [...content.slice(0, -1), { ...last, children: [...withStop(last.children, stop)] }]
  }
  if (last?.type !== 'text') return content
  // The full stop of “Title.” is inside the quotation marks.
  const value = last.value.replace(/\.(["'”’»«“]*)$/, `${stop}$1`)
  return [...content.slice(0, -1), { ...last, value }]
}
