/**
 * Numbers that authors type into captions: "**Figure 2.** Words" → "Words", as the journal prints its own
 * label. A number such as "S1" is kept as the number of the figure; it is not one that is counted.
 */
import type { PhrasingContent, Root } from 'mdast'
import type { Position } from 'unist'
import { visit } from 'unist-util-visit'
import type { Caption, CaptionedTable, Figure, Listing } from '../../model/mdast.ts'
import { cutText, leadingText } from './cut-text.ts'
import { type TypedKind, wordPattern } from './number-words.ts'

type Captioned = CaptionedTable | Figure | Listing

/** A number that was taken out of a caption. */
export interface TypedNumber {
  readonly node: Captioned
  /** As typed: "Figure 2." */
  readonly label: string
  readonly number: string
  readonly place: Position | undefined
}

const kinds: Readonly<Record<Captioned['type'], TypedKind>> = {
  captionedTable: 'table',
  figure: 'figure',
  listing: 'listing',
}

/** Takes the typed labels out of all captions, in place. */
export function takeCaptionNumbers(tree: Root): readonly TypedNumber[] {
  const typed: TypedNumber[] = []
  visit(tree, node => {
    if (node.type !== 'figure' && node.type !== 'captionedTable' && node.type !== 'listing') return
    const caption = captionOf(node)
    const found = caption && takeLabel(caption.children, kinds[node.type])
    if (!caption || !found) return
    typed.push({ node, ...found, place: caption.position ?? node.position })
    if (isOwnSeries(found.number) && node.attributes.values.tag === undefined) {
      node.attributes = {
        ...node.attributes,
        values: { ...node.attributes.values, tag: found.number },
      }
    }
  })
  return typed
}

/** True for "S1" or "A.2": the number belongs to a series that is not counted. */
export function isOwnSeries(number: string): boolean {
  return /^\p{Lu}/u.test(number)
}

function captionOf(node: Captioned): Pick<Caption, 'children' | 'position'> | undefined {
  const caption = node.children.find(child => child.type === 'caption')
  return caption?.type === 'caption' ? caption : undefined
}

/**
 * Takes "Figure 2." from the beginning of a caption. Without a mark after it, it may be part of a sentence.
 */
function takeLabel(
  children: PhrasingContent[],
  kind: TypedKind,
): { readonly label: string; readonly number: string } | undefined {
  const text = leadingText(children)
  const pattern = new RegExp(
    `^\\s*(?:(?:supp(?:l(?:ementary|emental)?)?|extended data)\\.?\\s+)?${wordPattern(kind)}[\\s\\u00A0]*` +
      `(\\p{Lu}{0,2}[.-]?\\d+(?:[.-]\\d+)*[a-z]?)(\\s*[.:|：．、–—]+(?!\\d)|\\s+-(?=\\s)|\\)|\\s*$)?[\\s\\u00A0]*`,
    'iu',
  )
  const match = pattern.exec(text)
  const [all = '', number = '', end] = match ?? []
  if (!match || number === '' || /^\p{Ll}/u.test(number)) return undefined
  const isClosed =
    (end !== undefined && (end.trim() !== '' || all.length === text.length)) || isMarkAlone(children, all)
  if (!isClosed) return undefined
  cutText(children, all.length)
  return { label: all.trim(), number }
}

/** True if the label fills a mark of its own: "**Figure 2** Words". */
function isMarkAlone([first]: readonly PhrasingContent[], label: string): boolean {
  const isMark = first?.type === 'strong' || first?.type === 'emphasis'
  return isMark && leadingText(first.children).trim() === label.trim()
}
