/** The own walk over trees visits the same nodes as unist-util-visit, and any depth. */
import type { Root } from 'mdast'
import type { Node, Parent } from 'unist'
import { visit as visitOfUnist } from 'unist-util-visit'
import { expect, it } from 'vitest'
import { EXIT, SKIP, visit } from '../../pipeline/model/visit.ts'

/** A tree of three levels; the names of the nodes are their paths. */
function treeOf(name = 'r', depth = 0): Parent & { name: string } {
  const children = depth === 3 ? [] : [0, 1, 2].map(index => treeOf(`${name}${index}`, depth + 1))
  return { type: depth % 2 === 0 ? 'even' : 'odd', name, children }
}

type Answer = (name: string, index: number | undefined, parent: Parent | undefined) => unknown

const answers: readonly (readonly [string, Answer])[] = [
  ['nothing', () => undefined],
  ['skips', name => (name === 'r1' ? SKIP : undefined)],
  ['ends', name => (name === 'r12' ? EXIT : undefined)],
  ['jumps', (name, index = 0) => (name === 'r01' ? index + 2 : undefined)],
  ['skips and jumps', (name, index = 0) => (name === 'r0' ? [SKIP, index + 2] : undefined)],
  [
    'removes itself',
    (name, index = 0, parent) => {
      if (name !== 'r1' || !parent) return undefined
      parent.children.splice(index, 1)
      return [SKIP, index]
    },
  ],
]

function walk(visiting: typeof visit, answer: Answer, type?: string): readonly string[] {
  const seen: string[] = []
  const each = (node: Node, index?: number, parent?: Parent) => {
    const { name } = node as Node & { name: string }
    seen.push(`${parent ? (parent as unknown as { name: string }).name : ''}/${index}/${name}`)
    return answer(name, index, parent) as undefined
  }
  if (type === undefined) visiting(treeOf(), each)
  else visiting(treeOf(), type, each)
  return seen
}

it.each(answers)('walks as unist-util-visit: a visitor that %s', (_, answer) => {
  for (const type of [undefined, 'odd', 'even'])
    expect(walk(visit, answer, type)).toEqual(walk(visitOfUnist, answer, type))
})

it('walks a tree of any depth', () => {
  const root: Root = { type: 'root', children: [] }
  let last: Root['children'] = root.children
  for (let depth = 0; depth < 20_000; depth++) {
    const quote = { type: 'blockquote' as const, children: [] }
    last.push(quote)
    last = quote.children
  }
  let count = 0
  visit(root, 'blockquote', () => {
    count++
  })
  expect(count).toBe(20_000)
})
