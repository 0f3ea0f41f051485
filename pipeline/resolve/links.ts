/**
 * Links inside the article: `[words](#fig:x)` → the id in the output. A word that is no address, as MyST's older
 * `[words](name)`, leads to what bears that name; a link that leads nowhere is reported.
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

export function resolveLinks(tree: Root, { targets, ids, file }: LinkContext): void {
  visit(tree, 'link', node => {
    const isHere = node.url.startsWith('#') && node.url !== '#'
    const id = elementId(decoded(node.url.replace(/^#/, '')))
    if (targets.has(id) || (isHere && ids.has(id))) {
      if (isHere || /^[\p{L}][\p{L}\p{N}_:-]*$/u.test(node.url)) node.url = `#${id}`
    } else if (isHere) {
      report(file, 'link-nowhere', {
        reason: `Unexpected link to \`${node.url}\`, nothing in the article has this id`,
        place: node,
        note: 'Its words are printed without a link.',
      })
      node.url = ''
    }
  })
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
