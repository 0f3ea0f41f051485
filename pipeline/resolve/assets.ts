/**
 * The images of a manuscript: each file is found, read once, checked and measured. An image that cannot be
 * printed is reported at every place that names it, and the article goes on without it.
 */
import type { Image, Parents, Root } from 'mdast'
import type { Node } from 'unist'
import type { Host } from '../host/index.ts'
import type { Asset, Manuscript } from '../model/article.ts'
import { report } from '../model/diagnostics.ts'
import type { Panel } from '../model/mdast.ts'
import { visit } from '../model/visit.ts'
import { type Folders, findImage, ofSameStem, projectRoot } from './images/find-image.ts'
import { readImage } from './images/read-image.ts'
import type { Reading, Remark } from './images/reading.ts'

/** Reads the images of the manuscript. Returns assets by their address as the manuscript writes it. */
export async function loadAssets(
  tree: Root,
  { folder, root, file }: Manuscript,
  host: Host,
): Promise<ReadonlyMap<string, Asset>> {
  const places = new Map<string, Node[]>()
  visit(tree, (node, _, parent) => {
    if (node.type !== 'panel' && node.type !== 'image') return
    if (!hasAlternative(node, parent)) {
      report(file, 'figure-no-alt', {
        reason: `Missing text alternative of the image \`${shortened(node.url)}\``,
        place: node,
        note: 'Say what it shows: `![](image.png){alt="…"}`. Write `alt=""` if it only decorates.',
      })
    }
    places.set(node.url, [...(places.get(node.url) ?? []), node])
  })
  if (places.size === 0) return new Map()
  const leavesFolder = [...places.keys()].some(url => /(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]/.test(url))
  const repository = leavesFolder ? await projectRoot(folder, host) : root
  const folders = { folder, root: repository.length < root.length ? repository : root }
  const loaded = new Map<string, Reading>()
  // One after the other: the pages of PDFs are drawn in much memory.
  for (const url of places.keys()) loaded.set(url, await loadAsset(url, folders, host))
  const readings = withinBudget(loaded)
  const assets = new Map<string, Asset>()
  for (const [url, nodes] of places) {
    const { asset, remarks } = readings.get(url) ?? { remarks: [] }
    if (asset) assets.set(url, { ...asset, number: assets.size + 1 })
    for (const place of nodes) {
      for (const { rule, ...details } of remarks) report(file, rule, { ...details, place })
    }
  }
  return assets
}

/**
 * True if the author wrote a text alternative, which may be empty, or a caption that serves as text
 * alternative.
 */
function hasAlternative(node: Panel | Image, parent: Parents | undefined): boolean {
  if (node.type === 'image') return node.alt !== '' || node.data?.attributes?.values.alt !== undefined
  if (node.alt !== undefined || node.children.length > 0) return true
  return parent?.children.some(child => child.type === 'caption') ?? false
}

async function loadAsset(url: string, folders: Folders, host: Host): Promise<Reading> {
  const name = shortened(url)
  const search = await findImage(url, folders, host)
  if (search.outcome !== 'found') return { remarks: [searchRemark(search, name)] }
  const { path, data, otherName } = search
  const page = pageOf(url)
  const reading = await readImage({ url: name, path, data, page })
  const { asset, remarks } = reading.asset ? reading : ((await sibling(path, name, page, host)) ?? reading)
  if (otherName === undefined) return { ...(asset && { asset }), remarks }
  const renamed: Remark = {
    rule: 'figure-name',
    reason: `Unexpected image name \`${name}\`: the file is called \`${otherName}\``,
    note: 'The file is used. Write its name as the folder has it: other computers may not find it otherwise.',
  }
  return { ...(asset && { asset }), remarks: [renamed, ...remarks] }
}

/** The same picture in another format beside a file that cannot be shown, such as an EPS. */
async function sibling(path: string, name: string, page: number, host: Host): Promise<Reading | undefined> {
  if (path === '') return undefined
  for (const other of await ofSameStem(path, host)) {
    const data = other === path ? undefined : await host.read(other)
    const reading = data && (await readImage({ url: name, path: other, data, page }))
    if (!reading?.asset) continue
    const otherName = other.slice(other.lastIndexOf('/') + 1)
    const remark: Remark = {
      rule: 'figure-name',
      reason: `Unexpected image \`${name}\`, which cannot be shown: \`${otherName}\` beside it is used`,
      note: 'Write the name of the file that is used.',
    }
    return { asset: reading.asset, remarks: [remark, ...reading.remarks] }
  }
  return undefined
}

/** The message about an image that was not found. */
function searchRemark(
  search: Exclude<Awaited<ReturnType<typeof findImage>>, { outcome: 'found' }>,
  name: string,
): Remark {
  switch (search.outcome) {
    case 'remote':
      return {
        rule: 'figure-remote',
        reason: `Unexpected image address \`${name}\`, expected a file in the folder of the manuscript`,
        note: 'Nothing is fetched from the network: save the image beside the manuscript and name it by its path.',
      }
    case 'outside':
      return {
        rule: 'figure-outside',
        reason: `Unexpected image address \`${name}\`, expected a file in the folder of the manuscript`,
        note: 'Save the image beside the manuscript, or in the repository that holds it, and name it by its relative path.',
      }
    case 'refused':
      return {
        rule: 'file-refused',
        reason: `Unexpected file \`${name}\`: ${search.refusal.reason}`,
        note: search.refusal.note,
      }
    case 'missing':
      return {
        rule: 'figure-missing',
        reason: `Missing image \`${name}\`: there is no such file`,
        note: name.startsWith('#')
          ? 'It is output of a notebook: name an image that replaces it as `:placeholder:`.'
          : search.alike.length > 0
            ? `The folder has ${search.alike.join(', ')}.`
            : 'Paths are relative to the folder of the manuscript, and capitals matter.',
      }
  }
}

/** The page that `plots.pdf#page=2` names (RFC 8118), else 1. */
function pageOf(url: string): number {
  return Number(/#(?:.*&)?page=(\d+)/.exec(url)?.[1] ?? 1)
}

/**
 * The greatest number of bytes of all images together. They are sent to the browser as one text, which must
 * not exceed the capacity of its pipe.
 */
export const mostBytesInAll = 60_000_000

/** The greatest number of pixels of all images together, which the browser keeps in memory. */
export const mostPixelsInAll = 400_000_000

/** Drops the largest images until the rest fits: this keeps the most images. */
function withinBudget(readings: ReadonlyMap<string, Reading>): ReadonlyMap<string, Reading> {
  const bytes = withinLimit(readings, {
    sizeOf: asset => asset.data.length,
    limit: mostBytesInAll,
    words: '60 MB',
  })
  return withinLimit(bytes, { sizeOf: pixelsOf, limit: mostPixelsInAll, words: '400 million pixels' })
}

/** The number of pixels; 0 for drawings. */
function pixelsOf({ pixels = 0, width = 1, height = 0 }: NonNullable<Reading['asset']>): number {
  return (pixels * pixels * height) / width
}

interface Limit {
  readonly sizeOf: (asset: NonNullable<Reading['asset']>) => number
  readonly limit: number
  /** The limit in words. */
  readonly words: string
}

function withinLimit(
  readings: ReadonlyMap<string, Reading>,
  { sizeOf, limit, words }: Limit,
): ReadonlyMap<string, Reading> {
  const sized = [...readings].map(([url, reading]) => ({
    url,
    reading,
    size: reading.asset ? sizeOf(reading.asset) : 0,
  }))
  let left = limit
  const kept = new Map(readings)
  for (const { url, reading, size } of sized.sort((a, b) => a.size - b.size)) {
    left -= size
    if (left >= 0 || size === 0) continue
    const remark: Remark = {
      rule: 'figure-broken',
      reason: `Unexpected size of all images: with \`${shortened(url)}\` they exceed ${words}`,
      note: 'Save the largest with fewer pixels: 2000 across are enough for the width of a page.',
    }
    kept.set(url, { remarks: [...reading.remarks, remark] })
  }
  return kept
}

/** An address for messages. A `data:` address contains the whole picture, so it is cut. */
function shortened(url: string): string {
  return url.length > 200 ? `${url.slice(0, 60)}…` : url
}
