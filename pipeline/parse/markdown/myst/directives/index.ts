/**
 * A directive → the nodes that it stands for. A directive that is not in the list of readers becomes
 * `unread`. A directive that only a screen can show becomes `unread` too, with its body below it.
 */

import type { Nodes, RootContent } from 'mdast'
import type { Equation } from '../../../../model/mdast.ts'
import { ownValue } from '../../../../values/record.ts'
import { attributesOf, labelEquation } from '../../tree/attributes.ts'
import type { Directive } from '../../tree/myst-nodes.ts'
import { atPosition } from '../../tree/position.ts'
import { readAlike } from '../read-alike.ts'
import { admonition, isAdmonition } from './admonitions.ts'
import { directiveAttributes, isNumbered } from './attributes.ts'
import { box, glossary, quotation } from './boxes.ts'
import { code, codeCell, raw, shownMyst } from './code.ts'
import { figure, figureOfMarkdown, image } from './figures.ts'
import { button, contentForOutput, film, unprintable } from './on-screen.ts'
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
  // An article is printed without a table of contents and without an index.
  ...readAlike('toctree tableofcontents toc contents index', () => []),
  ...readAlike('iframe video', film),
  embed: unprintable,
  ...readAlike('only ifconfig', contentForOutput),
  ...readAlike('todo versionadded versionchanged deprecated', remark),
  button,
  bibliography: referenceListPlace,
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

/** Returns the nodes that replace the directive in the tree. */
export function readDirective(node: Directive): Nodes[] {
  trimValue(node)
  const kind = theoremKind(node.name)
  if (kind) return [theorem(node, kind)]
  if (isAdmonition(node.name)) return [admonition(node)]
  const reader = Object.hasOwn(readers, node.name) ? ownValue(readers, node.name) : undefined
  // The placeholder is an image that is printed instead of the film.
  if (reader === film && node.options.placeholder !== undefined) return figure(node)
  return reader?.(node) ?? [unread(node, node.source)]
}

/** Takes the blank lines around the body away. The indent of its first line stays. */
function trimValue(node: Directive): void {
  node.value = node.value.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
}

/** `{math}` → `equation`. The argument is the first line of the formula. */
function math(node: Directive): RootContent[] {
  const value = [node.argument, node.value.trim()].filter(part => part !== '').join('\n')
  const equation: Equation = { type: 'equation', value, ...atPosition(node.position) }
  const { id, classes, values } = directiveAttributes(node)
  labelEquation(equation, attributesOf(isNumbered(node) ? id : undefined, classes, values))
  return [equation]
}

/** `{bibliography}`, the place of the list of references → the same node as for pandoc's `::: {#refs}`. */
function referenceListPlace(node: Directive): RootContent[] {
  return [{ type: 'div', attributes: attributesOf('refs'), children: [], ...atPosition(node.position) }]
}
