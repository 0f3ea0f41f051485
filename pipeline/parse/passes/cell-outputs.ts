/**
 * What code cells would show: pictures that knitr or Quarto left beside the manuscript, by the names that they
 * give them, stand in their places. What is not there is reported; code is never run.
 */
import { dirname, join, relative } from 'node:path'
import type { Nodes, Parents, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Host } from '../../host/index.ts'
import { report } from '../../model/diagnostics.ts'
import type { ContentPanel, NotRun, Panel } from '../../model/mdast.ts'
import { attributesOf } from '../markdown/tree/attributes.ts'
import { atPosition } from '../markdown/tree/position.ts'
import { stemOf } from '../source/assemble/text-files.ts'

export interface CellOutputsInput {
  readonly file: VFile
  readonly folder: string
  readonly host: Host
}

/** Changes the tree. */
export async function findCellOutputs(tree: Root, { file, folder, host }: CellOutputsInput): Promise<void> {
  const lost: Nodes[] = []
  let hasPlaces = false
  visit(tree, node => {
    if (node.type === 'code' && node.data?.isCell) lost.push(node)
    hasPlaces ||= node.type === 'notRun'
  })
  if (hasPlaces) {
    const pictures = await storedPictures(file, folder, host)
    visit(tree, (node, index, parent) => {
      if (node.type !== 'notRun' && node.type !== 'contentPanel') return undefined
      const place = node.type === 'notRun' ? node : onlyPlace(node)
      const url = place && pictures(place.label)
      if (!place || url === undefined || !parent || index === undefined) return undefined
      replace(parent, index, node, url)
      return [SKIP, index + 1]
    })
  }
  visit(tree, 'notRun', node => {
    report(file, 'code-not-run', {
      reason: `Unexpected ${node.language} cell \`${node.label}\`, expected its output`,
      place: node,
      note: 'Code is not run. Save what it draws as an image, and include that.',
    })
  })
  const [first, ...others] = lost
  if (!first) return
  const count = others.length === 0 ? 'code cell' : `code cells, this one and ${others.length} more`
  report(file, 'code-not-run', {
    reason: `Unexpected ${count}, whose output is not in the article`,
    place: first,
    note: 'Code is not run; only its text is printed.',
  })
}

function onlyPlace({ children }: ContentPanel): NotRun | undefined {
  const [first, ...others] = children.filter(child => child.type !== 'caption')
  return first?.type === 'notRun' && others.length === 0 ? first : undefined
}

/** In a figure a panel, elsewhere an image on lines of its own. */
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

/** By the name of a cell: `paper_files/figure-html/fig-x-1.png`, `figure/x-1.png`. */
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
    const places = inner
      .filter(name => /^figure-.+\/$/.test(name))
      .map(name => join(stored, name.slice(0, -1)))
    for (const place of [...places, join(dirname(path), 'figure'), join(dirname(path), 'figures')])
      for (const name of (await host.list(place)) ?? []) files.push(join(place, name))
  }
  return label => {
    const stems = [`${label}-1`, `${label}-output-1`]
    const found = stems.flatMap(stem =>
      endings.flatMap(ending => files.filter(path => path.endsWith(`/${stem}.${ending}`))),
    )
    return found[0] === undefined ? undefined : encodeURI(relative(folder, found[0]))
  }
}
