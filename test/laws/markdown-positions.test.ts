/**
 * Positions: every node has a position inside the position of its parent, and the source at this position is
 * what the node was made from.
 */
import { readdirSync, readFileSync } from 'node:fs'
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parseFragment, parseMarkdown } from '../../pipeline/parse/markdown/index.ts'

const fixtures = new URL('../fixtures/markdown/', import.meta.url)

describe('positions', () => {
  for (const name of readdirSync(fixtures).toSorted()) {
    test(`${name}: each node lies inside its parent`, () => {
      const source = readFileSync(new URL(`${name}/input.md`, fixtures), 'utf8')
      const strays: string[] = []
      visit(parseMarkdown(new VFile(source)), (node, _, parent) => {
        const [start, end] = rangeOf(node)
        const [first, last] = parent ? rangeOf(parent) : [0, source.length]
        if (!(start >= first && end <= last && start <= end)) strays.push(`${node.type} ${start}-${end}`)
      })
      expect(strays).toEqual([])
    })
  }

  test('items of citations and references have the position of their key', () => {
    const source = 'Text\n> more [see @a;\n> -@b] and @fig:x(a).\n'
    expect(sourcesOfItems(source)).toEqual(['@a', '-@b', '@fig:x(a)'])
  })

  test('the caption of an image has the position of the label', () => {
    const source = 'Text\n\n![Some *caption* with\n@key](a.svg){#fig:x}\n'
    const [, figure] = parseMarkdown(new VFile(source)).children
    expect(figure && source.slice(...rangeOf(figure))).toBe('![Some *caption* with\n@key](a.svg){#fig:x}')
    const caption = figure?.type === 'figure' ? figure.children[1] : undefined
    expect(caption && source.slice(...rangeOf(caption))).toBe('Some *caption* with\n@key')
    expect(caption?.position?.start).toMatchObject({ line: 3, column: 3 })
    expect(sourcesOfItems(source)).toEqual(['@key'])
  })

  test('the position of a node includes its attributes', () => {
    const source = 'An $a$ $$b$$ {#eq:b} [c](d){.e}\n'
    const [paragraph] = parseMarkdown(new VFile(source)).children
    const children = paragraph && 'children' in paragraph ? paragraph.children : []
    expect(children.map(child => source.slice(...rangeOf(child)))).toEqual([
      'An ',
      '$a$',
      ' ',
      '$$b$$ {#eq:b}',
      ' ',
      '[c](d){.e}',
    ])
  })

  test('the position of a joined or captioned node includes all its parts', () => {
    const source = 'a\n$$b$$\nc\n\n| d |\n|---|\n\n: Caption\n'
    const [paragraph, table] = parseMarkdown(new VFile(source)).children
    expect(paragraph && source.slice(...rangeOf(paragraph))).toBe('a\n$$b$$\nc')
    expect(table && source.slice(...rangeOf(table))).toBe('| d |\n|---|\n\n: Caption')
  })
})

describe('parseFragment', () => {
  test('gives positions from the point where the string begins', () => {
    const at = { line: 2, column: 9, offset: 12 }
    const tree = parseFragment('On *x* and @doe99\nmore', new VFile(), at)
    const [paragraph] = tree.children
    expect(paragraph?.position?.start).toEqual(at)
    const citation = paragraph && 'children' in paragraph ? paragraph.children[3] : undefined
    expect(citation?.position?.start).toEqual({ line: 2, column: 20, offset: 23 })
    expect(citation?.type === 'citation' && citation.items[0]?.position).toEqual(citation?.position)
    expect(paragraph?.position?.end).toMatchObject({ line: 3, column: 5 })
  })

  test('reads no front matter', () => {
    const [first] = parseFragment('---\n', new VFile(), { line: 1, column: 1 }).children
    expect(first?.type).toBe('thematicBreak')
  })
})

function sourcesOfItems(source: string): readonly string[] {
  const sources: string[] = []
  visit(parseMarkdown(new VFile(source)), node => {
    if (node.type !== 'citation' && node.type !== 'crossReference') return
    for (const { position } of node.items) {
      sources.push(source.slice(position?.start.offset, position?.end.offset))
    }
  })
  return sources
}

function rangeOf(node: Nodes): [number, number] {
  return [node.position?.start.offset ?? Number.NaN, node.position?.end.offset ?? Number.NaN]
}
