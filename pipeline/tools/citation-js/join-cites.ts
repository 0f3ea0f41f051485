/**
 * Joins the pieces of a work in a cluster, which are marked separately, into one span:
 *
 *     <span data-cite="k" data-part="1">Doe 2001</span><span data-cite="k" data-part="1">a</span>
 *     →  <span data-cite="k">Doe 2001a</span>
 *
 * Pieces with another work between them stay separate. `data-part` distinguishes the works of a cluster and
 * is removed.
 */

interface Element {
  readonly open: string
  readonly close: string
  /** The value of `data-part`, the same for all pieces of a work. */
  readonly part: string | undefined
  readonly children: readonly Node[]
}

type Node = string | Element

const mark = /(<span data-cite="[^"]*") data-part="(\d+)"/g

export function joinCites(html: string): string {
  const parts = [...html.matchAll(mark)].map(([, , part]) => part)
  const nodes = new Set(parts).size < parts.length ? readNodes(html) : undefined
  return (nodes ? nodes.map(joined).map(text).join('') : html).replace(mark, '$1')
}

function readNodes(html: string): readonly Node[] | undefined {
  const open: { tag: string; children: Node[] }[] = [{ tag: '', children: [] }]
  for (const token of html.split(/(<[^>]*>)/)) {
    const level = open.at(-1)
    if (!level) return undefined
    if (token === '') continue
    if (!token.startsWith('<') || token.endsWith('/>')) level.children.push(token)
    else if (!token.startsWith('</')) open.push({ tag: token, children: [] })
    else {
      open.pop()
      const part = /^<span data-cite="[^"]*" data-part="(\d+)"/.exec(level.tag)?.[1]
      open.at(-1)?.children.push({ open: level.tag, close: token, part, children: level.children })
    }
  }
  const [root] = open
  const whole: Element = { open: '', close: '', part: undefined, children: root?.children ?? [] }
  return open.length === 1 ? [whole] : undefined
}

function joined(node: Node): Node {
  if (typeof node === 'string' || node.part !== undefined) return node
  let children = node.children.map(joined)
  for (const part of new Set(children.flatMap(partsIn))) {
    const first = children.findIndex(child => partsIn(child).includes(part))
    const last = children.findLastIndex(child => partsIn(child).includes(part))
    const run = children.slice(first, last + 1)
    const found = run.map(child => find(child, part)).find(cite => cite !== undefined)
    if (run.length === 1 || !found || run.flatMap(partsIn).some(other => other !== part)) continue
    const element: Element = { ...found, children: run.flatMap(unmarked) }
    children = [...children.slice(0, first), element, ...children.slice(last + 1)]
  }
  return { ...node, children }
}

function partsIn(node: Node): readonly string[] {
  if (typeof node === 'string') return []
  return node.part !== undefined ? [node.part] : node.children.flatMap(partsIn)
}

function find(node: Node, part: string): Element | undefined {
  if (typeof node === 'string') return undefined
  if (node.part === part) return node
  return node.children.map(child => find(child, part)).find(cite => cite !== undefined)
}

function unmarked(node: Node): readonly Node[] {
  if (typeof node === 'string') return [node]
  return node.part !== undefined ? node.children : [{ ...node, children: node.children.flatMap(unmarked) }]
}

function text(node: Node): string {
  return typeof node === 'string' ? node : `${node.open}${node.children.map(text).join('')}${node.close}`
}
