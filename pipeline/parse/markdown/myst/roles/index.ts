/** A role → the nodes that it stands for; `unread` where it is not known. */

import type { PhrasingContent } from 'mdast'
import { attributesOf } from '../../tree/attributes.ts'
import type { Role } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'
import { readAlike } from '../read-alike.ts'
import { citation, isCitationRole } from './citations.ts'
import { isReferenceRole, referenceOfRole, titledAddress, wordsOf } from './cross-references.ts'
import { chemicalFormula, quantity } from './units.ts'

type Reader = (node: Role) => PhrasingContent[] | undefined

const readers: Readonly<Record<string, Reader>> = {
  ...readAlike('sub subscript', wrap('subscript')),
  ...readAlike('sup superscript', wrap('superscript')),
  ...readAlike('u underline', wrap('underline')),
  ...readAlike('del delete s strike', wrap('delete')),
  ...readAlike('sc smallcaps smallcap', wrap('smallCaps')),
  ...readAlike('strong b bold guilabel menuselection', wrap('strong')),
  ...readAlike('emphasis em i italic title title-reference dfn', wrap('emphasis')),
  ...readAlike('kbd keyboard code literal py samp file command program envvar option', literal),
  ...readAlike('raw:latex raw:tex raw:typst raw:html', raw),
  ...readAlike('si SI', quantity),
  ...readAlike('chem chemicalFormula chemicalformula ce', chemicalFormula),
  ...readAlike('doc download button link', address),
  abbr: abbreviation,
  // The index of words is not printed; the word is.
  index: node => [
    { type: 'text', value: titledAddress(node.value).words || node.value, ...atPosition(node.position) },
  ],
  footnote: node => [{ type: 'note', children: node.children, ...atPosition(node.position) }],
  math: node => [{ type: 'inlineMath', value: node.value, ...atPosition(node.position) }],
  span: spanOf([]),
  term: node => [
    {
      type: 'span',
      attributes: attributesOf(undefined, ['term']),
      children: wordsOf(node, titledAddress(node.value).words || node.value),
      ...atPosition(node.position),
    },
  ],
}

export function readRole(node: Role): PhrasingContent[] {
  if (isCitationRole(node.name)) return [citation(node)]
  if (isReferenceRole(node.name)) return [referenceOfRole(node)]
  const read = Object.hasOwn(readers, node.name) ? readers[node.name]?.(node) : undefined
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

function wrap(
  type: 'subscript' | 'superscript' | 'underline' | 'delete' | 'smallCaps' | 'strong' | 'emphasis',
): Reader {
  return node => [{ type, children: node.children, ...atPosition(node.position) }]
}

function literal(node: Role): PhrasingContent[] {
  return [{ type: 'inlineCode', value: node.value, ...atPosition(node.position) }]
}

/** `` {raw:typst}`#h(1em)` `` → what pandoc's `` `#h(1em)`{=typst} `` is. */
function raw(node: Role): PhrasingContent[] {
  const rawFormat = node.name.slice('raw:'.length).replace(/^tex$/, 'latex')
  return [{ type: 'inlineCode', value: node.value, data: { rawFormat }, ...atPosition(node.position) }]
}

function spanOf(classes: readonly string[]): Reader {
  return node => [
    {
      type: 'span',
      attributes: attributesOf(undefined, classes),
      children: node.children,
      ...atPosition(node.position),
    },
  ]
}

/** `short (long)`; without brackets the short form alone. */
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

/** A file beside the article: its name is printed where there are no other words. */
function address(node: Role): PhrasingContent[] {
  const { words, address: url } = titledAddress(node.value)
  const text: PhrasingContent = { type: 'text', value: url, ...atPosition(node.position) }
  const children = words === '' ? [text] : wordsOf(node, words)
  return [{ type: 'link', url, title: null, children, ...atPosition(node.position) }]
}
