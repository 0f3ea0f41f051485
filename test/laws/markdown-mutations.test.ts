/**
 * The fixtures with lines removed, doubled, cut, indented or quoted at random: the parser does not throw,
 * each node lies inside its parent, and no node is left that only the parser uses.
 */
import { readdirSync, readFileSync } from 'node:fs'
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../pipeline/parse/markdown/index.ts'

const fixtures = new URL('../fixtures/markdown/', import.meta.url)
const transient: ReadonlySet<string> = new Set([
  'directive',
  'role',
  'targetName',
  'blockBreak',
  'attributeList',
])

describe('mutated fixtures', () => {
  test.each(readdirSync(fixtures).toSorted())('%s gives a valid tree', name => {
    const source = readFileSync(new URL(`${name}/input.md`, fixtures), 'utf8')
    const next = sequence(7)
    for (let round = 0; round < 40; round++) {
      const text = mutated(source, next)
      expect(faultsOf(text), JSON.stringify(text)).toEqual([])
    }
  })
})

function mutated(source: string, next: (limit: number) => number): string {
  const lines = source.split('\n')
  for (let times = 1 + next(3); times > 0; times--) {
    const at = next(lines.length)
    const line = lines[at] ?? ''
    const other = lines[next(lines.length)] ?? ''
    const changes = [
      [],
      [line, line],
      [line.slice(0, next(line.length + 1))],
      [`  ${line}`],
      [`> ${line}`],
      [`- ${line}`],
      [line, other],
      [line + other],
      [`${line}\r`],
    ]
    lines.splice(at, 1, ...(changes[next(changes.length)] ?? []))
  }
  return lines.join('\n')
}

function faultsOf(source: string): readonly string[] {
  const faults: string[] = []
  visit(parseMarkdown(new VFile(source)), (node, _, parent) => {
    const [start, end] = rangeOf(node)
    const [first, last] = parent ? rangeOf(parent) : [0, source.length]
    if (!(start >= first && end <= last && start <= end))
      faults.push(`${node.type} ${start}-${end} in ${parent?.type}`)
    if (transient.has(node.type)) faults.push(node.type)
  })
  return faults
}

function rangeOf(node: Nodes): [number, number] {
  return [node.position?.start.offset ?? Number.NaN, node.position?.end.offset ?? Number.NaN]
}

/** A generator of whole numbers below `limit`, which are the same in every run (mulberry32). */
function sequence(seed: number): (limit: number) => number {
  let state = seed
  return limit => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}
