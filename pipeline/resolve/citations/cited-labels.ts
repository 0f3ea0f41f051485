/**
 * `@thm:a` or `@my-figure` looks like a citation: which it is, is decided here. A key that the bibliography
 * does not have and something in the article bears is a cross-reference (pandoc-crossref's own prefixes,
 * MyST). Words around it stand as in other cross-references: those before it in place of its label.
 */
import type { PhrasingContent, Root, RootContent } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { Target } from '../../model/article.ts'
import type { Citation, CrossReference } from '../../model/mdast.ts'
import { isLeadIn } from '../../values/lead-in.ts'
import { elementId } from '../element-ids.ts'

export interface Known {
  readonly keys: ReadonlySet<string>
  readonly targets: ReadonlyMap<string, Target>
}

/** Changes the tree in place. A cluster that names works too stays a citation. */
export function readCitedLabels(tree: Root, { keys, targets }: Known): void {
  const isLabel = (key: string) => !keys.has(key) && targets.has(elementId(key))
  visit(tree, 'citation', (node, index, parent) => {
    if (!parent || index === undefined || !node.items.every(({ key }) => isLabel(key))) return undefined
    const made: RootContent[] = crossReferenceRow(node)
    parent.children.splice(index, 1, ...made)
    return [SKIP, index + made.length]
  })
}

function crossReferenceRow(citation: Citation): PhrasingContent[] {
  const { items, source, position } = citation
  const prefix = items[0]?.prefix
  const { locator, suffix } = items.at(-1) ?? {}
  const after = [locator, suffix].filter(word => word !== undefined).join(' ')
  const reference: CrossReference = {
    type: 'crossReference',
    items: items.map(({ key, isAuthorSuppressed, position }) => ({
      id: key,
      panels: [],
      isLabelSuppressed: isAuthorSuppressed || (prefix !== undefined && !isLeadIn(prefix)),
      ...(position && { position }),
    })),
    source,
    ...(position && { position }),
  }
  const pieces = [...(citation.children ?? [])]
  const words = (text: string): PhrasingContent[] =>
    text
      .split(/(\uFFFC)/)
      .filter(piece => piece !== '')
      .map(
        value =>
          (value === '\uFFFC' && pieces.shift()) || { type: 'text', value, ...(position && { position }) },
      )
  return [
    ...(prefix === undefined ? [] : words(`${prefix} `)),
    reference,
    ...(after === '' ? [] : words(/^[,;.:)]/.test(after) ? after : ` ${after}`)),
  ]
}
