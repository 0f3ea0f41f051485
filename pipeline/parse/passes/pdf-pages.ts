/**
 * The page of a PDF that a figure shows. LaTeX's attribute → the fragment of the address (RFC 8118):
 *
 *     ![Caption](plots.pdf){page=2}   →   url: plots.pdf#page=2
 */
import type { Image, Root } from 'mdast'
import type { Panel } from '../../model/mdast.ts'
import { visit } from '../../model/visit.ts'

export function readPdfPages(tree: Root): void {
  visit(tree, node => {
    if (node.type === 'image') addPage(node, node.data?.attributes?.values.page)
    else if (node.type === 'panel') addPage(node, node.attributes.values.page)
    else if (node.type === 'figure') {
      // If a figure has one image, the figure has the attributes of the image.
      const panels = node.children.filter(child => child.type === 'panel')
      const [only, ...others] = panels
      if (only && others.length === 0) addPage(only, node.attributes.values.page)
    }
  })
}

function addPage(node: Image | Panel, page: string | undefined): void {
  if (page !== undefined && /^[1-9]\d{0,4}$/.test(page) && !node.url.includes('#'))
    node.url += `#page=${page}`
}
