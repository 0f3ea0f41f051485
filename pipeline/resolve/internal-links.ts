/**
 * `[text](#fig:x)` and `\hyperref[fig:x]{text}`: links to something in the article, by the name that its
 * author gave it. They lead to its id in the output.
 */
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Target } from '../article.ts'
import { report } from '../diagnostics.ts'
import { type ElementIds, elementId } from './element-ids.ts'

export interface LinkContext {
  readonly targets: ReadonlyMap<string, Target>
  readonly ids: ElementIds
  readonly file: VFile
}

/** Changes the tree in place. */
export function resolveInternalLinks(tree: Root, { targets, ids, file }: LinkContext): void {
  visit(tree, 'link', node => {
    const name = /^#(.+)$/.exec(node.url)?.[1]
    if (name === undefined) return
    const id = elementId(decoded(name))
    node.url = `#${targets.get(id)?.id ?? id}`
    if (ids.has(id)) return
    report(file, 'reference-unresolved', {
      reason: `Unexpected link to \`${name}\`, nothing in the article has this id`,
      place: node,
    })
  })
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
