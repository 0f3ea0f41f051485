/**
 * Links inside the article: `[text](#methods)` leads to the element with that id; ids of headings are
 * understood in the spellings of several programs. A link to nothing, or to a file, which is not published
 * with the article, is reported and becomes plain text.
 */

import { closest } from 'fastest-levenshtein'
import type { Link, Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Target } from '../model/article.ts'
import { report } from '../model/diagnostics.ts'
import { SKIP, visit } from '../model/visit.ts'
import { percentDecoded } from '../values/percent-decoding.ts'
import { type ElementIds, elementId } from './element-ids.ts'
import { githubId, headingText, pandocId, plainId } from './heading-names.ts'

interface LinkContext {
  readonly targets: ReadonlyMap<string, Target>
  readonly ids: ElementIds
  readonly file: VFile
}

/** The form of a bare name, for MyST's older `[words](name)`. */
const isName = /^[\p{L}][\p{L}\p{N}_:-]*$/u

/** The schemes of links that leave the article (those that `parse/passes/safe-links.ts` lets pass). */
const isElsewhere = /^(?:https?|mailto):/i

/** Checks the links of the tree and leads them to ids, in place. */
export function resolveLinks(tree: Root, { targets, ids, file }: LinkContext): void {
  const names = idsBySpelling(tree, targets)
  const toFiles: Link[] = []
  visit(tree, 'link', (node, index, parent) => {
    if (!parent || index === undefined) return undefined
    if (isName.test(node.url) && targets.has(elementId(node.url))) node.url = `#${node.url}`
    if (isElsewhere.test(node.url)) return undefined
    if (node.url.startsWith('#')) {
      const wanted = percentDecoded(node.url.slice(1))
      const element = elementId(wanted)
      // A second label of an element leads to the element's id.
      const exact = targets.get(element)?.id ?? (ids.has(element) ? element : undefined)
      const id = exact ?? names.get(wanted.toLowerCase())
      if (id !== undefined) {
        node.url = `#${id}`
        return undefined
      }
      reportLink(node, wanted, [...names.keys()], file)
    } else toFiles.push(node)
    parent.children.splice(index, 1, ...node.children)
    return [SKIP, index]
  })
  for (const [url, links] of Map.groupBy(toFiles, link => link.url)) reportFile(url, links, file)
}

/** Every spelling of an id → the id. The second heading of a name has `-1` after it, as on GitHub. */
function idsBySpelling(tree: Root, targets: ReadonlyMap<string, Target>): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  const headings: (readonly [title: string, id: string])[] = []
  visit(tree, 'heading', node => {
    const { id, written } = node.data ?? {}
    if (id !== undefined) headings.push([headingText(node), id])
    // Links may name the heading with the number that was typed into it.
    if (id !== undefined && written !== undefined) headings.push([written, id])
  })
  for (const [title, id] of headings) {
    for (const name of new Set([pandocId(title), githubId(title), plainId(title)])) {
      const count = counts.get(name) ?? 0
      counts.set(name, count + 1)
      const key = count === 0 ? name : `${name}-${count}`
      if (name !== '' && !names.has(key)) names.set(key, id)
    }
  }
  for (const { name, id } of targets.values()) names.set(name.toLowerCase(), id)
  return names
}

function reportLink(node: Link, wanted: string, names: readonly string[], file: VFile): void {
  const nearest = names.length > 0 ? closest(wanted, names) : undefined
  report(file, 'link-unresolved', {
    reason: `Unexpected link to \`#${wanted}\`, nothing in the article has this id`,
    place: node,
    ...(nearest !== undefined && { expected: [nearest] }),
    note: `The text is printed without the link.${nearest === undefined ? '' : ` The nearest id is \`${nearest}\`.`}`,
  })
}

/** Reports a file once, at the first link to it. */
function reportFile(url: string, links: readonly Link[], file: VFile): void {
  const count = links.length
  const times = count === 1 ? '' : ` (${count} links)`
  report(file, 'link-local', {
    reason: `Unexpected link to \`${url}\`${times}, which is not published with the article`,
    place: links[0],
    note: 'The text is printed without the link. Give the address of the file on the web, with https:.',
  })
}
