/**
 * Links from the cites of a cluster to the entries of the reference list. If the engine marks the words of
 * each work (`<span data-cite="key">`), these become links. In a numeric style the printed numbers become
 * links. Any other cluster becomes one link to its first work.
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { BibliographyEntry } from '../../model/article.ts'
import type { CslCitationItem } from '../../model/csl.ts'
import { textNode } from '../../model/hast.ts'
import { hasInsert, splitAtInserts } from './inserts.ts'

interface Linking {
  readonly items: readonly CslCitationItem[]
  readonly entries: ReadonlyMap<string, BibliographyEntry>
  /** Printed number → work, for the whole list; empty if the style is not numeric. */
  readonly numbers: ReadonlyMap<string, BibliographyEntry>
  /** The mark between the numbers of a range. */
  readonly range: string
}

export function linkCites(content: readonly ElementContent[], linking: Linking): ElementContent[] {
  const { items, entries, numbers, range } = linking
  if (content.length === 0) return []
  const works = new Set(items.flatMap(({ id }) => entries.get(id) ?? []))
  const [first] = works
  const open = new Set(works)
  const done = new Set<ElementContent>()
  const cites = content.flatMap(node => linkSpans(node, linking, { open, done }))
  const linked = linkNumbers(cites, { numbers, open, done, range })
  return first && open.size === works.size ? around(first, linked) : linked
}

interface Progress {
  /** The works of the cluster that have no link yet. */
  readonly open: Set<BibliographyEntry>
  /** The elements in which the engine marked the words of a work. Any further number in them is a page. */
  readonly done: Set<ElementContent>
}

export function citationLink({ id }: BibliographyEntry, content: readonly ElementContent[]): Element {
  return h('a', { href: `#${id}`, className: ['citation-link'] }, [...content])
}

/** Makes a link of each marked span. Its prefix and suffix stay outside the link. */
function linkSpans(node: ElementContent, linking: Linking, progress: Progress): ElementContent[] {
  if (node.type !== 'element') return [node]
  const children = node.children.flatMap(child => linkSpans(child, linking, progress))
  const key = node.properties.dataCite
  if (key === undefined) return [{ ...node, children }]
  const entry = linking.entries.get(String(key))
  if (!entry) return children
  const item = linking.items.find(({ id }) => id === key)
  const [before, cite, after] = withoutWords(children, item)
  const { numbers, range } = linking
  // In "12, p. 3" only the number of the work becomes the link.
  const entryNumbers = new Map([...numbers].filter(([, other]) => other === entry))
  const open = new Set([entry])
  const numbered = linkNumbers(cite, { numbers: entryNumbers, open, done: new Set(), range })
  const isNumbered = open.size === 0
  progress.open.delete(entry)
  const linked = [...before, ...(isNumbered ? numbered : around(entry, cite)), ...after]
  for (const part of linked) progress.done.add(part)
  return linked
}

/**
 * Puts one link around the content. Links do not nest: parts with links, and inserts that may have some, stay
 * outside.
 */
function around(entry: BibliographyEntry, content: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = []
  let open: ElementContent[] = []
  const close = () => {
    if (open.some(node => /[\p{L}\p{N}]/u.test(textOf(h('span', [node])))))
      result.push(citationLink(entry, open))
    else result.push(...open)
    open = []
  }
  const pieces = content.flatMap((node): ElementContent[] =>
    node.type === 'text' ? splitAtInserts(node.value).map(textNode) : [node],
  )
  for (const node of pieces) {
    if (!hasLink(node)) {
      open.push(node)
      continue
    }
    close()
    result.push(node)
  }
  close()
  return result
}

type Parts = [before: ElementContent[], cite: ElementContent[], after: ElementContent[]]

/** Cuts off the author's words before and after a cite, which are not part of its link. */
function withoutWords(content: readonly ElementContent[], item: CslCitationItem | undefined): Parts {
  const cite = [...content]
  const before: ElementContent[] = []
  const after: ElementContent[] = []
  const prefix = item?.prefix ?? ''
  const suffix = item?.suffix ?? ''
  const [first] = cite
  if (prefix !== '' && first?.type === 'text' && first.value.startsWith(prefix)) {
    before.push(textNode(prefix))
    cite[0] = textNode(first.value.slice(prefix.length))
  }
  const last = cite.at(-1)
  if (suffix !== '' && last?.type === 'text' && last.value.endsWith(suffix)) {
    after.push(textNode(suffix))
    cite[cite.length - 1] = textNode(last.value.slice(0, -suffix.length))
  }
  return [before, cite.filter(node => node.type !== 'text' || node.value !== ''), after]
}

interface Numbers extends Progress {
  readonly numbers: ReadonlyMap<string, BibliographyEntry>
  readonly range: string
}

/** Makes links of the printed numbers of works that have no link yet. */
function linkNumbers(content: readonly ElementContent[], context: Numbers): ElementContent[] {
  const { numbers, open, done, range } = context
  return content.flatMap((node): ElementContent[] => {
    if (done.has(node)) return [node]
    if (node.type === 'element') {
      return node.tagName === 'a' ? [node] : [{ ...node, children: linkNumbers(node.children, context) }]
    }
    if (node.type !== 'text') return [node]
    const pieces = node.value.split(/(\d+)/).filter(piece => piece !== '')
    return pieces.map((piece): ElementContent => {
      const work = numbers.get(piece)
      if (!work || !open.delete(work)) {
        const isRange = piece === '–' && numbers.size > 0
        return textNode(isRange ? range : piece)
      }
      return citationLink(work, [textNode(piece)])
    })
  })
}

function hasLink(node: ElementContent): boolean {
  if (node.type === 'text') return hasInsert(node.value)
  return node.type === 'element' && (node.tagName === 'a' || node.children.some(hasLink))
}
