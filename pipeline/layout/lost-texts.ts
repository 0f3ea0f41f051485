/**
 * Checks that nothing is lost on the way to HTML: every text of the article must be in its tree, in order.
 * Reports the first of each run of texts that are missing. The pages have a check of their own.
 */
import type { Nodes as HastNodes, Root } from 'hast'
import type { Nodes } from 'mdast'
import type { VFile } from 'vfile'
import type { Article } from '../model/article.ts'
import { report } from '../model/diagnostics.ts'

/** Nodes whose words are printed from elsewhere: from lists, or as alternative text. */
const printedOtherwise: ReadonlySet<string> = new Set(['citation', 'crossReference', 'image', 'note'])

/** `root`: the tree that was made from `article`. */
export function reportLostTexts(file: VFile, article: Article, root: Root): void {
  const pieces: string[] = []
  collectShown(root, pieces)
  const shown = withoutSpaces(pieces.join(''))
  const { abstract, parts, body, notes } = article
  const texts = [
    abstract,
    ...parts.map(part => part.children),
    body.children,
    ...notes.map(note => note.children),
  ]
  for (const nodes of texts) reportMissing(file, nodes, shown)
}

/** Reports texts of `nodes` that are not in `shown`. What the layout has moved is looked for everywhere. */
function reportMissing(file: VFile, nodes: readonly Nodes[], shown: string): void {
  let end = 0
  let wasLost = false
  for (const node of nodes) {
    eachText(node, text => {
      const words = withoutSpaces(text.value)
      const after = shown.indexOf(words, end)
      const at = after < 0 ? shown.indexOf(words) : after
      if (at >= 0) end = at + words.length
      else if (!wasLost) reportText(file, text)
      wasLost = at < 0
    })
  }
}

type Text = Extract<Nodes, { type: 'text' }>

function reportText(file: VFile, { value, position }: Text): void {
  report(file, 'text-lost', {
    reason: `Missing text in the article: "${value.trim().slice(0, 40)}"`,
    place: position,
    note: 'This is a mistake of Offprint, not of the manuscript; please report it with the manuscript.',
  })
}

function eachText(node: Nodes, found: (text: Text) => void): void {
  if (node.type === 'text') found(node)
  else if ('children' in node && !printedOtherwise.has(node.type))
    for (const child of node.children) eachText(child, found)
}

function collectShown(node: HastNodes, pieces: string[]): void {
  if (node.type === 'text') pieces.push(node.value)
  else if ('children' in node) for (const child of node.children) collectShown(child, pieces)
}

function withoutSpaces(text: string): string {
  return text.replace(/[\s\u00AD\u200B\u2060]+/g, '')
}
