/**
 * Reference lists: a `ref` for each entry, with the work as data (`element-citation`), as printed
 * (`mixed-citation`), or both, as the journal's manifest says. SciELO wants both.
 */

import { toString as textOf } from 'hast-util-to-string'
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { ListedReference, ReferenceList } from '../../../model/article.ts'
import { inlineMarkup } from '../body/markup.ts'
import type { Content, Writer } from '../writer.ts'
import { elementCitation } from './element-citation.ts'
import { publicationType } from './publication-types.ts'

export function referenceLists({ article, journal, ids }: Writer): Element[] {
  const { labels, jats } = journal.manifest
  const [only, ...others] = article.referenceLists.filter(list => list.entries.length > 0)
  const element = (list: ReferenceList) => {
    const id = ids.of(list.id)?.id
    const title = list.heading || (others.length === 0 ? labels.references : '')
    return x('ref-list', id === undefined ? {} : { id }, [
      ...(title === '' ? [] : [x('title', title)]),
      ...list.entries.map(entry => referenceOf(entry)),
    ])
  }
  const referenceOf = (entry: ListedReference) => {
    const label = textOf({ type: 'root', children: [...entry.label] }).replace(/^[[(]|[\]).]+$/g, '')
    const id = ids.of(entry.id)?.id
    const mixed = (): Element =>
      x(
        'mixed-citation',
        { 'publication-type': publicationType(entry.work) },
        trimmed(inlineMarkup(entry.content, ids)),
      )
    const forms = {
      element: () => [elementCitation(entry.work)],
      mixed: () => [mixed()],
      both: () =>
        jats.profile === 'sps-1.10'
          ? [mixed(), elementCitation(entry.work)]
          : [x('citation-alternatives', [mixed(), elementCitation(entry.work)])],
    }
    return x('ref', id === undefined ? {} : { id }, [
      ...(label.trim() === '' ? [] : [x('label', label.trim())]),
      ...forms[jats.profile === 'sps-1.10' ? 'both' : jats.references](),
    ])
  }
  return only ? [only, ...others].map(element) : []
}

function trimmed(content: readonly Content[]): Content[] {
  return content.map((node, at) =>
    at === 0 && node.type === 'text' ? { ...node, value: node.value.trimStart() } : node,
  )
}
