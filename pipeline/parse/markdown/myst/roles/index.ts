/** A role → the nodes that it stands for. A role that is not known becomes `unread`. */
import type { PhrasingContent } from 'mdast'
import { ownValue } from '../../../../values/record.ts'
import { attributesOf } from '../../tree/attributes.ts'
import type { Role } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'
import { readAlike } from '../read-alike.ts'
import { citation, isCitationRole } from './citations.ts'
import { isReferenceRole, referenceOfRole, titledAddress, titleOfRole } from './cross-references.ts'
import { chemicalFormula, quantity } from './units.ts'

/** Reads a role. Returns undefined if the text of the role cannot be read. */
type Reader = (node: Role) => PhrasingContent[] | undefined

const readers: Readonly<Record<string, Reader>> = {
  ...readAlike('sub subscript', markOfText('subscript')),
  ...readAlike('sup superscript', markOfText('superscript')),
  ...readAlike('u underline', markOfText('underline')),
  ...readAlike('del delete s strike', markOfText('delete')),
  ...readAlike('sc smallcaps smallcap', markOfText('smallCaps')),
  ...readAlike('strong b bold guilabel menuselection', markOfText('strong')),
  ...readAlike('emphasis em i italic title title-reference dfn', markOfText('emphasis')),
  ...readAlike('kbd keyboard code literal py samp file command program envvar option', inlineCode),
  ...readAlike('raw:latex raw:tex raw:typst raw:html', rawText),
  ...readAlike('si SI', quantity),
  ...readAlike('chem chemicalFormula chemicalformula ce', chemicalFormula),
  ...readAlike('doc download button link', link),
  abbr: abbreviation,
  // An article has no index: the word is printed, and no entry is made.
  index: node => [
    { type: 'text', value: titledAddress(node.value).words || node.value, ...atPosition(node.position) },
  ],
  footnote: node => [{ type: 'note', children: node.children, ...atPosition(node.position) }],
  math: node => [{ type: 'inlineMath', value: node.value, ...atPosition(node.position) }],
  span,
  term: node => [
    {
      type: 'span',
      attributes: attributesOf(undefined, ['term']),
      children: titleOfRole(node, titledAddress(node.value).words || node.value),
      ...atPosition(node.position),
    },
  ],
}

/** Returns the nodes that replace the role in the tree. An id and classes are those of a span around them. */
export function readRole(node: Role): PhrasingContent[] {
  const { id, classes } = node.attributes
  const children = contentOfRole(node)
  if (id === undefined && classes.length === 0) return children
  return [{ type: 'span', attributes: attributesOf(id, classes), children, ...atPosition(node.position) }]
}

function contentOfRole(node: Role): PhrasingContent[] {
  if (isCitationRole(node.name)) return citation(node)
  if (isReferenceRole(node.name)) return [referenceOfRole(node)]
  const read = Object.hasOwn(readers, node.name) ? ownValue(readers, node.name)?.(node) : undefined
  return (
    read ?? [
      {
        type: 'unread',
        value: node.source,
        what: `role \`${node.name}\``,
        isBlock: false,
        ...atPosition(node.position),
      },
    ]
  )
}

function markOfText(
  type: 'subscript' | 'superscript' | 'underline' | 'delete' | 'smallCaps' | 'strong' | 'emphasis',
): Reader {
  return node => [{ type, children: node.children, ...atPosition(node.position) }]
}

function inlineCode(node: Role): PhrasingContent[] {
  return [{ type: 'inlineCode', value: node.value, ...atPosition(node.position) }]
}

/** `` {raw:typst}`#h(1em)` `` → the same node as for pandoc's `` `#h(1em)`{=typst} ``. */
function rawText(node: Role): PhrasingContent[] {
  const rawFormat = node.name.slice('raw:'.length).replace(/^tex$/, 'latex')
  return [{ type: 'inlineCode', value: node.value, data: { rawFormat }, ...atPosition(node.position) }]
}

function span({ attributes, children, position }: Role): PhrasingContent[] {
  // `readRole` gives the words their id and classes.
  const hasSpan = attributes.id !== undefined || attributes.classes.length > 0
  return hasSpan
    ? children
    : [{ type: 'span', attributes: attributesOf(undefined), children, ...atPosition(position) }]
}

/**
 * `` {abbr}`CSL (Citation Style Language)` `` → `abbreviation`. Without brackets the text is not an
 * abbreviation.
 */
function abbreviation(node: Role): PhrasingContent[] {
  const [, short = '', title = ''] = /^(.*?)\s*\((.*)\)\s*$/.exec(node.value) ?? []
  const text = {
    type: 'text',
    value: short === '' ? node.value : short,
    ...atPosition(node.position),
  } as const
  return short === ''
    ? [text]
    : [{ type: 'abbreviation', title, children: [text], ...atPosition(node.position) }]
}

/** `` {download}`words <file>` `` → `link`. Without words, the address is printed. */
function link(node: Role): PhrasingContent[] {
  const { words, address: url } = titledAddress(node.value)
  const text: PhrasingContent = { type: 'text', value: url, ...atPosition(node.position) }
  const children = words === '' ? [text] : titleOfRole(node, words)
  return [{ type: 'link', url, title: null, children, ...atPosition(node.position) }]
}
