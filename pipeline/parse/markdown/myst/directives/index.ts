/**
 * A directive → the nodes that it stands for. What none of the readers here knows becomes `unread`; so does
 * what only a screen can show, followed by its words.
 */

import type { Nodes, RootContent } from 'mdast'
import type { Equation } from '../../../../model/mdast.ts'
import { attributesOf, labelEquation } from '../../tree/attributes.ts'
import type { Directive } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'
import { readAlike } from '../read-alike.ts'
import { admonition, isAdmonition } from './admonitions.ts'
import { directiveAttributes, isNumbered } from './attributes.ts'
import { box, glossary, quotation } from './boxes.ts'
import { code, codeCell, raw, shownMyst } from './code.ts'
import { figure, figureOfMarkdown, image } from './figures.ts'
import { button, content, notShown, onScreen } from './on-screen.ts'
import { remark } from './remark.ts'
import { table, tableOfCsv, tableOfList } from './tables.ts'
import { theorem, theoremKind } from './theorems.ts'
import { unread } from './unread.ts'

type Reader = (node: Directive) => RootContent[]

const readers: Readonly<Record<string, Reader>> = {
  ...readAlike(
    'card grid grid-item grid-item-card tab-set tab-item div block container hlist rubric centered',
    box,
  ),
  ...readAlike('epigraph pull-quote blockquote highlights', quotation),
  ...readAlike('code code-block sourcecode', code),
  ...readAlike('raw raw:latex raw:tex raw:typst raw:html', raw),
  // The article has no list of its parts, and no index of words.
  ...readAlike('toctree tableofcontents toc contents index', () => []),
  ...readAlike('iframe video', onScreen),
  embed: notShown,
  ...readAlike('only ifconfig', content),
  ...readAlike('todo versionadded versionchanged deprecated', remark),
  button,
  bibliography: references,
  'code-cell': codeCell,
  'csv-table': tableOfCsv,
  figure,
  'figure-md': figureOfMarkdown,
  glossary,
  image,
  'list-table': tableOfList,
  math,
  myst: shownMyst,
  table,
}

export function readDirective(node: Directive): Nodes[] {
  trimValue(node)
  const kind = theoremKind(node.name)
  if (kind) return [theorem(node, kind)]
  if (isAdmonition(node.name)) return [admonition(node)]
  const reader = Object.hasOwn(readers, node.name) ? readers[node.name] : undefined
  // An image may stand for it on paper.
  if (reader === onScreen && node.options.placeholder !== undefined) return figure(node)
  return reader?.(node) ?? [unread(node, node.source)]
}

/** Blank lines around a body are none of it; the indent of its first line is. */
function trimValue(node: Directive): void {
  node.value = node.value.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
}

function math(node: Directive): RootContent[] {
  const value = [node.argument, node.value.trim()].filter(part => part !== '').join('\n')
  const equation: Equation = { type: 'equation', value, ...atPosition(node.position) }
  const { id, classes, values } = directiveAttributes(node)
  labelEquation(equation, attributesOf(isNumbered(node) ? id : undefined, classes, values))
  return [equation]
}

/** Where the list of references goes, as pandoc's `::: {#refs}`. */
function references(node: Directive): RootContent[] {
  return [{ type: 'div', attributes: attributesOf('refs'), children: [], ...atPosition(node.position) }]
}
