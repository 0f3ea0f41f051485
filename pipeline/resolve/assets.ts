/**
 * Images: read once, checked, measured. A figure that cannot be printed is reported at the place where
 * the manuscript names it; the article goes on without it.
 */
import { posix } from 'node:path'
import { imageSize } from 'image-size'
import type { Image, Parents, Root } from 'mdast'
import type { Node } from 'unist'
import { visit } from 'unist-util-visit'
import type { Asset, Manuscript } from '../article.ts'
import { report } from '../diagnostics.ts'
import type { Host } from '../host/index.ts'
import type { Panel } from '../mdast.ts'

/** By url as written in the manuscript. */
export async function loadAssets(
  tree: Root,
  { folder, file }: Manuscript,
  host: Host,
): Promise<ReadonlyMap<string, Asset>> {
  const places = new Map<string, Node[]>()
  visit(tree, (node, _, parent) => {
    if (node.type !== 'panel' && node.type !== 'image') return
    if (!hasAlternative(node, parent)) {
      report(file, 'figure-no-alt', {
        reason: `Missing text alternative of the image \`${node.url}\``,
        place: node,
        note: 'Say what it shows: `![](image.png){alt="…"}`; `alt=""` where it shows nothing.',
      })
    }
    places.set(node.url, [...(places.get(node.url) ?? []), node])
  })
  const assets = new Map<string, Asset>()
  const loaded = await Promise.all(
    [...places].map(async ([url, nodes]) => ({ url, nodes, asset: await loadAsset(url, folder, host) })),
  )
  for (const { url, nodes, asset } of loaded) {
    if ('data' in asset) assets.set(url, asset)
    else for (const place of nodes) report(file, asset.rule, { ...asset.details, place })
  }
  return assets
}

/** Its own, also an empty one on purpose; else the caption that speaks for it. */
function hasAlternative(node: Panel | Image, parent: Parents | undefined): boolean {
  if (node.type === 'image') return node.alt !== '' || node.data?.attributes?.values.alt !== undefined
  if (node.alt !== undefined || node.children.length > 0) return true
  return parent?.children.some(child => child.type === 'caption') ?? false
}

interface Problem {
  readonly rule: 'figure-missing' | 'figure-outside' | 'figure-broken'
  readonly details: { readonly reason: string; readonly note: string; readonly cause?: unknown }
}

async function loadAsset(url: string, folder: string, host: Host): Promise<Asset | Problem> {
  const path = pathOf(url, folder)
  if (path === undefined) {
    return {
      rule: 'figure-outside',
      details: {
        reason: `Unexpected image address \`${url}\`, expected a file in the folder of the manuscript`,
        note: 'Save the image beside the manuscript and name it by its relative path.',
      },
    }
  }
  const data = await host.read(url.endsWith('.*') ? await printable(path, host) : path)
  if (!data) return await missing(url, path, host)
  return assetOf(url, data)
}

/** `plot.*` stands for the best of `plot.svg`, `plot.png`, … that is there. */
async function printable(path: string, host: Host): Promise<string> {
  const stem = path.slice(0, -1)
  const names = new Set(await host.list(posix.dirname(path)))
  const ending = printables.find(one => names.has(posix.basename(`${stem}${one}`)))
  return ending === undefined ? path : `${stem}${ending}`
}

const printables = ['svg', 'png', 'jpg', 'jpeg', 'webp', 'gif']

/** Undefined for addresses, and for paths that leave the folder. */
function pathOf(url: string, folder: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(url)) return undefined
  const path = posix.join(folder, decodePath(url))
  return path.startsWith(`${folder}/`) ? path : undefined
}

function decodePath(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

async function missing(url: string, path: string, host: Host): Promise<Problem> {
  const folder = posix.dirname(path)
  const names = (await host.list(folder)) ?? []
  const stem = posix.basename(path, posix.extname(path)).toLowerCase()
  const alike = names.filter(name => posix.basename(name, posix.extname(name)).toLowerCase() === stem)
  return {
    rule: 'figure-missing',
    details: {
      reason: `Missing image \`${url}\`: there is no such file`,
      note: url.startsWith('#')
        ? 'It is output of a notebook: name an image of it as `:placeholder:`.'
        : alike.length > 0
          ? `The folder has ${alike.join(', ')}.`
          : 'Paths are relative to the folder of the manuscript, with the case of their letters.',
    },
  }
}

const mediaTypes: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
}

/** The type is what the bytes say, whatever the name says. */
function assetOf(url: string, data: Uint8Array): Asset | Problem {
  try {
    const { type = '', width, height } = imageSize(data)
    const mediaType = mediaTypes[type]
    if (mediaType !== undefined) return { mediaType, data, width, height }
    return broken(`Unexpected image format ${type.toUpperCase()} of \`${url}\``)
  } catch (cause) {
    if (isSvg(data)) return { mediaType: 'image/svg+xml', data }
    return broken(`Unexpected content of \`${url}\`, expected an image`, cause)
  }
}

function broken(reason: string, cause?: unknown): Problem {
  const note = 'Offprint prints SVG, PNG, JPEG, GIF and WebP.'
  return { rule: 'figure-broken', details: { reason, note, cause } }
}

/** An SVG without width, height and viewBox has no size, and is an image all the same. */
function isSvg(data: Uint8Array): boolean {
  return /<svg[\s>]/.test(new TextDecoder().decode(data.subarray(0, 4096)))
}
