/**
 * Colours the code of known languages by what its words are. Its text stays as it is:
 *   <code class="language-r">x + 12 → <code class="language-r">x + <span class="is-number">12</span>
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import { hasClass, textNode } from '../../model/hast.ts'
import { type CodePiece, codeReader, knownLanguage } from '../../tools/highlight.ts'
import { rewrite } from './rewrite.ts'

/** Longer code, in UTF-16 units, has no colours, so that a page with data as code is written in time. */
const longestCode = 50_000

export async function withCodeColors(content: readonly ElementContent[]): Promise<ElementContent[]> {
  const languages = new Set<string>()
  rewrite(content, (element, ancestors) => {
    const language = languageOf(element, ancestors)
    if (language !== undefined) languages.add(language)
    return [element]
  })
  if (languages.size === 0) return [...content]
  const read = await codeReader(languages)
  return rewrite(content, (element, ancestors) => {
    const language = languageOf(element, ancestors)
    if (language === undefined) return [element]
    const pieces = read(textOf(element), language)
    return [{ ...element, children: colored(element.children, pieces) }]
  })
}

/** The language of a block of code that gets colours. */
function languageOf(element: Element, ancestors: readonly Element[]): string | undefined {
  if (element.tagName !== 'code' || ancestors.at(-1)?.tagName !== 'pre') return undefined
  const isPlain = element.children.every(
    child => child.type === 'text' || (child.type === 'element' && hasClass(child, 'code-line')),
  )
  if (!isPlain || textOf(element).length > longestCode) return undefined
  const { className } = element.properties
  const name = Array.isArray(className) && className.find(word => String(word).startsWith('language-'))
  return name ? knownLanguage(String(name).slice('language-'.length)) : undefined
}

/** The text nodes and lines of code, with the pieces of the whole code in them. */
function colored(children: readonly ElementContent[], pieces: readonly CodePiece[]): ElementContent[] {
  let at = 0
  return children.flatMap((child): ElementContent[] => {
    const from = at
    at += child.type === 'comment' ? 0 : textOf(child).length
    const spans = piecesBetween(pieces, from, at).map(({ text, kind }) =>
      kind === undefined ? textNode(text) : h('span', { className: [`is-${kind}`] }, text),
    )
    return child.type === 'element' ? [{ ...child, children: spans }] : spans
  })
}

/** The pieces between two places of the code, those at its ends cut. */
function piecesBetween(pieces: readonly CodePiece[], from: number, to: number): readonly CodePiece[] {
  let start = 0
  return pieces.flatMap(piece => {
    const text = piece.text.slice(Math.max(from - start, 0), Math.max(to - start, 0))
    start += piece.text.length
    return text === '' ? [] : [{ ...piece, text }]
  })
}
