/**
 * Citations → cross-references, if their keys are not in the bibliography but are ids in the article:
 * `@thm:a`, `@my-figure` (MyST, and any prefix of pandoc-crossref). As in other cross-references, words
 * before the key replace the label.
 */
import type { PhrasingContent, Root, RootContent } from 'mdast'
import type { Target } from '../../model/article.ts'
import type { Citation, CrossReference } from '../../model/mdast.ts'
import { SKIP, visit } from '../../model/visit.ts'
import { isLeadIn } from '../../values/lead-in.ts'
import { elementId } from '../element-ids.ts'
import { pieceMark } from './inserts.ts'

interface CitedLabelContext {
  /** The keys of the bibliography. */
  readonly keys: ReadonlySet<string>
  readonly targets: ReadonlyMap<string, Target>
}

/**
 * Replaces citations of labels by cross-references, in place. A cluster that also cites works stays a
 * citation.
 */
export function readCitedLabels(tree: Root, { keys, targets }: CitedLabelContext): void {
  const isLabel = (key: string) => !keys.has(key) && targets.has(elementId(key))
  visit(tree, 'citation', (node, index, parent) => {
    if (!parent || index === undefined || !node.items.every(({ key }) => isLabel(key))) return undefined
    const row: RootContent[] = crossReferenceRow(node)
    parent.children.splice(index, 1, ...row)
    return [SKIP, index + row.length]
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
      .split(new RegExp(`(${pieceMark})`))
      .filter(piece => piece !== '')
      .map(
        value =>
          (value === pieceMark && pieces.shift()) || { type: 'text', value, ...(position && { position }) },
      )
  return [
    ...(prefix === undefined ? [] : words(`${prefix} `)),
    reference,
    ...(after === '' ? [] : words(/^[,;.:)]/.test(after) ? after : ` ${after}`)),
  ]
}
