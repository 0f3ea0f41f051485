/**
 * Code with a caption → `listing`. A caption may be written in three ways:
 *
 *     ```{.python #lst:x caption="A caption"}       pandoc-crossref; `lst-cap` in Quarto
 *     Listing: A caption {#lst:x}                    a paragraph before or after the code
 *     : A caption {#lst:x}                           the same, with an id of a listing (pandoc-crossref)
 *     (\#lst:x) A caption                           the same (bookdown's form of an id)
 *     ::: {#lst-x}                                   a div with the code and the caption as a paragraph
 */
import type { Code, Nodes, Paragraph, PhrasingContent } from 'mdast'
import type { Attributes, Caption, Div, Listing } from '../../../model/mdast.ts'
import { attributesOf, mergeAttributes, withoutValues } from '../tree/attributes.ts'
import { type Branch, isBlank } from '../tree/branches.ts'
import { advance, atPosition, isNextLine, placedAt, positionOf } from '../tree/position.ts'
import { takeTrailingAttributes } from './attributes.ts'
import { nameBy, takeLabels } from './labels.ts'

const captionMark = /^(?:[Ll]isting)?:[ \t\n]+/
const listingId = /^lst[:-]/

export function makeListings(branch: Branch, phrases: (text: string) => PhrasingContent[]): void {
  const { children } = branch
  if (!children.some(child => child.type === 'code' || child.type === 'div')) return
  const result: Nodes[] = []
  for (let index = 0; index < children.length; index++) {
    const child = children[index]
    const next = children[index + 1]
    if (child === undefined) continue
    if (next?.type === 'code' && isListingCaption(child, next)) {
      result.push(listingWithParagraph(next, child))
      index++
    } else if (
      child.type === 'code' &&
      !hasCaption(child) &&
      isCaptionOfCodeBefore(next, child, children[index + 2])
    ) {
      result.push(listingWithParagraph(child, next))
      index++
    } else if (child.type === 'code') result.push(listingOfCode(child, phrases))
    else result.push(child.type === 'div' ? (listingOfDiv(child) ?? child) : child)
  }
  branch.children = result
}

function isListingCaption(node: Nodes, code: Code): node is Paragraph {
  if (node.type !== 'paragraph') return false
  const [first] = node.children
  if (first?.type === 'label') return listingId.test(first.name)
  if (first?.type !== 'text' || !captionMark.test(first.value)) return false
  return !first.value.startsWith(':') || namesListing(node) || hasListingId(code)
}

/**
 * True for the caption of a listing that begins with a colon only, and ends with the id: `: Words {#lst:x}`.
 */
export function namesListing({ children }: Paragraph): boolean {
  const last = children.findLast(child => !isBlank(child))
  return last?.type === 'attributeList' && listingId.test(last.attributes.id ?? '')
}

export function hasListingId(code: Code): boolean {
  return listingId.test(code.data?.attributes?.id ?? '')
}

/**
 * True for the caption of the code before it. Between two code blocks, a caption belongs to the one that it
 * touches; if it touches none or both, `Listing: …` belongs to the second, `: …` to the first.
 */
function isCaptionOfCodeBefore(
  node: Nodes | undefined,
  code: Code,
  after: Nodes | undefined,
): node is Paragraph {
  if (!node || !isListingCaption(node, code)) return false
  if (after?.type !== 'code') return true
  const [touchesFirst, touchesSecond] = [isNextLine(code, node), isNextLine(node, after)]
  if (touchesFirst !== touchesSecond) return touchesFirst
  return node.children[0]?.type === 'text' && node.children[0].value.startsWith(':')
}

function hasCaption(code: Code): boolean {
  const { values = {} } = code.data?.attributes ?? {}
  return 'caption' in values || 'lst-cap' in values
}

function listingWithParagraph(code: Code, paragraph: Paragraph): Listing {
  const [first] = paragraph.children
  const mark = first?.type === 'text' ? (captionMark.exec(first.value)?.[0] ?? '') : ''
  if (first?.type === 'text') {
    first.value = first.value.slice(mark.length)
    const { position } = first
    if (position) first.position = { start: advance(position.start, mark.length), end: position.end }
    if (first.value === '') paragraph.children.shift()
  }
  const labels = takeLabels([paragraph])
  const trailing = takeTrailingAttributes(paragraph) ?? attributesOf(undefined)
  const caption: Caption = {
    type: 'caption',
    children: paragraph.children,
    ...atPosition(paragraph.position),
  }
  const node = listing(code, caption, mergeAttributes(trailing, takeAttributes(code)))
  nameBy(node, labels)
  return node
}

/** A listing if the code has a caption or an id such as `lst:x`; otherwise the code itself. */
function listingOfCode(code: Code, phrases: (text: string) => PhrasingContent[]): Code | Listing {
  const { values = {}, id = '' } = code.data?.attributes ?? {}
  const written = values.caption ?? values['lst-cap']
  if (written === undefined && !listingId.test(id)) return code
  // The parser has removed the backslash of bookdown's label `(\#lst:x)` from the info string.
  const [mark = '', label] = /\(\\?#(lst:[\w:.-]+)\)\s*/.exec(written ?? '') ?? []
  const text = written?.replace(mark, '').trim()
  const children = text === undefined ? [] : placedAt(phrases(text), code.position)
  const caption: Caption = { type: 'caption', children, ...atPosition(code.position) }
  const attributes = withoutValues(takeAttributes(code), ['caption', 'lst-cap', 'lst-label'])
  const node = listing(code, caption, attributes)
  if (label !== undefined) nameBy(node, [label])
  return node
}

/** The listing of a div `::: {#lst-x}` that contains code and, before or after the code, its caption. */
function listingOfDiv(div: Div): Listing | undefined {
  if (!listingId.test(div.attributes.id ?? '')) return undefined
  const [first, second, ...others] = div.children
  if (others.length > 0) return undefined
  if (first?.type === 'listing' && !second)
    return { ...first, attributes: mergeAttributes(div.attributes, first.attributes) }
  const code = first?.type === 'code' ? first : second
  const paragraph = first?.type === 'code' ? second : first
  if (code?.type !== 'code' || (paragraph && paragraph.type !== 'paragraph')) return undefined
  const position = paragraph?.position ?? div.position
  const caption: Caption = { type: 'caption', children: paragraph?.children ?? [], ...atPosition(position) }
  return { ...listing(code, caption, div.attributes), ...atPosition(div.position) }
}

/** Takes the attributes out of the code. */
function takeAttributes(code: Code): Attributes {
  const attributes = code.data?.attributes ?? attributesOf(undefined)
  if (code.data) delete code.data.attributes
  if (code.data && Object.keys(code.data).length === 0) delete code.data
  return attributes
}

function listing(code: Code, caption: Caption, attributes: Attributes): Listing {
  const inSourceOrder = [caption, code].toSorted(
    (a, b) => (a.position?.start.line ?? 0) - (b.position?.start.line ?? 0),
  )
  return { type: 'listing', attributes, children: [caption, code], ...atPosition(positionOf(inSourceOrder)) }
}
