/**
 * An image that an included file names is looked for beside that file first. If it is there, its
 * address is made relative to the manuscript's folder, from which all later stages read. Otherwise the
 * address stays as written.
 */

import type { Image, Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Host } from '../../host/index.ts'
import { dirname, join, relative } from '../../host/paths.ts'
import type { Panel } from '../../model/mdast.ts'
import { visit } from '../../model/visit.ts'
import { percentDecoded } from '../../values/percent-decoding.ts'

export async function placeIncludedImages(
  tree: Root,
  file: VFile,
  folder: string,
  host: Host,
): Promise<void> {
  const images: { readonly node: Image | Panel; readonly from: string }[] = []
  visit(tree, node => {
    if (node.type !== 'image' && node.type !== 'panel') return
    const from = folderOfLine(file, node.position?.start.line ?? 1)
    if (from !== undefined && from !== folder && isRelative(node.url)) images.push({ node, from })
  })
  for (const { node, from } of images) {
    const path = join(from, percentDecoded(node.url))
    const names = await host.list(dirname(path))
    if (names?.includes(path.slice(path.lastIndexOf('/') + 1))) node.url = relative(folder, path)
  }
}

/** The folder of the file that the line was written in, before the files were assembled. */
function folderOfLine(file: VFile, line: number): string | undefined {
  const path = file.data.lines?.[line - 1]?.file.path
  return path === undefined ? undefined : dirname(path)
}

function isRelative(url: string): boolean {
  return !/^[a-z][a-z\d+.-]*:|^\//i.test(url)
}
