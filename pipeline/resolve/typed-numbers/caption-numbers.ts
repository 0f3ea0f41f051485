/**
 * Numbers that authors type into captions: "**Figure 2.** Words" → "Words", as the journal prints its own
 * label. A number such as "S1" is kept as the number of the figure; it is not one that is counted.
 */
import type { PhrasingContent, Root } from 'mdast'
import type { Position } from 'unist'
import type { Caption, CaptionedTable, Figure, Listing } from '../../model/mdast.ts'
import { visit } from '../../model/visit.ts'
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
    if (node.attributes.classes.includes('unnumbered')) return
    const caption = captionOf(node)
    const found = caption && labelOf(caption.children, kinds[node.type])
    if (!caption || !found) return
    const { label, number, series } = found
    const { classes, values } = node.attributes
    if (series !== undefined && !isOwnSeries(number) && values.tag === undefined) {
      // "Supplementary Figure 2" is the author's own count, which the text follows: it stays as it is.
      node.attributes = { ...node.attributes, classes: [...classes, 'unnumbered'] }
      return
    }
    cutText(caption.children, found.length)
    const { tag } = values
    const place = caption.position ?? node.position
    // "Supplementary Figure 2" agrees with the number S2.
    const isTagged = series !== undefined && tag?.endsWith(number)
    typed.push({ node, label, number: isTagged && tag !== undefined ? tag : number, place })
    if (isOwnSeries(number) && tag === undefined) {
      node.attributes = { ...node.attributes, values: { ...values, tag: number } }
    }
  })
  return typed
}

/** True for "S1" or "A.2", but not for "IV": the number belongs to a series that is not counted. */
export function isOwnSeries(number: string): boolean {
  return /^\p{Lu}/u.test(number) && !/^[IVX]+$/.test(number)
}

function captionOf(node: Captioned): Pick<Caption, 'children' | 'position'> | undefined {
  const caption = node.children.find(child => child.type === 'caption')
  return caption?.type === 'caption' ? caption : undefined
}

interface TypedLabel {
  /** As typed: "Supplementary Figure 2." */
  readonly label: string
  readonly number: string
  /** The words before the word of the kind, "Supplementary". */
  readonly series: string | undefined
  /** Length of the label with the space after it. */
  readonly length: number
}

/**
 * "Figure 2." at the beginning of a caption. Without a mark after it, it may be part of a sentence.
 */
function labelOf(children: readonly PhrasingContent[], kind: TypedKind): TypedLabel | undefined {
  const text = leadingText(children)
  const pattern = new RegExp(
    `^\\s*(?:(supp(?:l(?:ementary|emental)?)?|extended data)\\.?\\s+)?${wordPattern(kind)}[\\s\\u00A0]*` +
      `(\\p{Lu}{0,2}[.-]?\\d+(?:[.-]\\d+)*[a-z]?|[IVX]+(?!\\p{L}))(\\s*[.:|：．、–—]+(?!\\d)|\\s+-(?=\\s)|\\)|\\s*$)?[\\s\\u00A0]*`,
    'iu',
  )
  const match = pattern.exec(text)
  const [all = '', series, number = '', end] = match ?? []
  if (!match || number === '' || /^\p{Ll}/u.test(number)) return undefined
  const isClosed =
    (end !== undefined && (end.trim() !== '' || all.length === text.length)) || isMarkAlone(children, all)
  if (!isClosed) return undefined
  return { label: all.trim(), number, series, length: all.length }
}

/** True if the label fills a mark of its own: "**Figure 2** Words". */
function isMarkAlone([first]: readonly PhrasingContent[], label: string): boolean {
  const isMark = first?.type === 'strong' || first?.type === 'emphasis'
  return isMark && leadingText(first.children).trim() === label.trim()
}
