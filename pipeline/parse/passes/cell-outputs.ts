/**
 * Outputs of code cells. Code is never run, but knitr and Quarto leave the pictures that cells drew beside
 * the manuscript, under known names. Such a picture replaces its `notRun` node; `not-run.ts` reports the
 * cells without one.
 */

import type { Nodes, Parents, Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Host } from '../../host/index.ts'
import { dirname, join, relative } from '../../host/paths.ts'
import { report } from '../../model/diagnostics.ts'
import type { ContentPanel, NotRun, Panel } from '../../model/mdast.ts'
import { SKIP, visit } from '../../model/visit.ts'
import { printsNothing } from '../markdown/normalize/cell-code.ts'
import { attributesOf } from '../markdown/tree/attributes.ts'
import { atPosition } from '../markdown/tree/position.ts'
import { stemOf } from '../source/assemble/text-files.ts'

interface CellOutputsInput {
  readonly file: VFile
  readonly folder: string
  readonly host: Host
}

/** Replaces `notRun` nodes in the tree by the pictures that cells have left. */
export async function findCellOutputs(tree: Root, { file, folder, host }: CellOutputsInput): Promise<void> {
  const printedCells: Nodes[] = []
  let hasNotRun = false
  visit(tree, node => {
    if (node.type === 'code' && node.data?.isCell && !printsNothing(node.value)) printedCells.push(node)
    hasNotRun ||= node.type === 'notRun'
  })
  if (hasNotRun) {
    const pictureOf = await storedPictures(file, folder, host)
    visit(tree, (node, index, parent) => {
      if (node.type !== 'notRun' && node.type !== 'contentPanel') return undefined
      const cell = node.type === 'notRun' ? node : onlyCell(node)
      const url = cell && pictureOf(cell.label)
      if (!cell || url === undefined || !parent || index === undefined) return undefined
      replace(parent, index, node, url)
      return [SKIP, index + 1]
    })
  }
  const [first, ...others] = printedCells
  if (!first) return
  const count = others.length === 0 ? 'code cell' : `code cells, this one and ${others.length} more`
  report(file, 'code-not-run', {
    reason: `Unexpected ${count}, whose output is not in the article`,
    place: first,
    note: 'Code is not run; only its text is printed.',
  })
}

function onlyCell({ children }: ContentPanel): NotRun | undefined {
  const [first, ...others] = children.filter(child => child.type !== 'caption')
  return first?.type === 'notRun' && others.length === 0 ? first : undefined
}

/** Replaces a `notRun` node by pictures. Inside a figure the picture becomes a panel, elsewhere a figure. */
function replace(parent: Parents, index: number, node: NotRun | ContentPanel, url: string): void {
  const siblings: Nodes[] = parent.children
  if (node.type === 'contentPanel') {
    const caption = node.children.find(child => child.type === 'caption')
    const panel: Panel = {
      type: 'panel',
      url,
      alt: undefined,
      attributes: node.attributes,
      children: caption?.children ?? [],
      ...atPosition(node.position),
    }
    siblings.splice(index, 1, panel)
    return
  }
  const panel: Panel = {
    type: 'panel',
    url,
    alt: undefined,
    attributes: attributesOf(undefined),
    children: [],
    ...atPosition(node.position),
  }
  const attributes = attributesOf(undefined)
  siblings.splice(index, 1, { type: 'figure', attributes, children: [panel], ...atPosition(node.position) })
}

const endings = ['svg', 'png', 'jpg', 'jpeg', 'webp', 'gif', 'pdf']

/** Finds a cell's picture by the cell's label: `paper_files/figure-html/fig-x-1.png`, `figure/x-1.png`. */
async function storedPictures(
  file: VFile,
  folder: string,
  host: Host,
): Promise<(label: string) => string | undefined> {
  const sources = new Set([file.path, ...(file.data.lines ?? []).map(line => line.file.path)])
  const files: string[] = []
  for (const path of sources) {
    const stored = join(dirname(path), `${stemOf(path)}_files`)
    const inner = (await host.list(stored)) ?? []
    const folders = inner
      .filter(name => /^figure-.+\/$/.test(name))
      .map(name => join(stored, name.slice(0, -1)))
    for (const pictures of [...folders, join(dirname(path), 'figure'), join(dirname(path), 'figures')])
      for (const name of (await host.list(pictures)) ?? []) files.push(join(pictures, name))
  }
  return label => {
    const stems = [`${label}-1`, `${label}-output-1`]
    const paths = stems.flatMap(stem =>
      endings.flatMap(ending => files.filter(path => path.endsWith(`/${stem}.${ending}`))),
    )
    return paths[0] === undefined ? undefined : encodeURI(relative(folder, paths[0]))
  }
}
