/**
 * What an SVG says of itself: its size, whether it is whole, and what a browser would have to fetch or to
 * multiply for it. As `<img>` an SVG runs no scripts and loads nothing; this is for the messages and for the
 * files that would keep the browser busy for ever.
 */
import { isUtf8 } from 'node:buffer'
import { gunzipSync } from 'node:zlib'
import { svgMarkupFault } from './svg-markup-fault.ts'

export interface SvgFacts {
  /** In CSS px; undefined where it takes the size of its place. */
  readonly width: number | undefined
  readonly height: number | undefined
  /** Width by height. */
  readonly ratio: number | undefined
  /** Addresses that it refers to outside of itself, which stay empty. */
  readonly references: readonly string[]
  /** Fonts of its text that are not in the file and not like the one that stands in for all, a sans serif. */
  readonly missingFonts: readonly string[]
}

/** More of these than any drawing has, in nesting, in copies by `<use>` and in length of the text. */
const MOST = { depth: 2000, copies: 200_000, characters: 60_000_000 }

const ABSOLUTE = { '': 1, px: 1, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, pt: 96 / 72, pc: 16 } as const

/** Of `.svgz` too. Throws for what is compressed and broken, too large when it is not, or in an encoding that is none. */
export function svgText(data: Uint8Array): string {
  const bytes =
    data[0] === 0x1f && data[1] === 0x8b ? gunzipSync(data, { maxOutputLength: MOST.characters }) : data
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

/** By the first bytes; as the file says where it is no UTF-8, which browsers take every `<img>` for. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (isUtf8(bytes)) return 'utf-8'
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  return /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1] ?? 'utf-8'
}

export function readSvg(text: string): SvgFacts {
  const root = /<(?:\w+:)?svg\b([^>]*)>/.exec(text)?.[1] ?? ''
  const [, , boxWidth, boxHeight] = (attribute(root, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const width = lengthOf(attribute(root, 'width'))
  const height = lengthOf(attribute(root, 'height'))
  const ofBox = boxWidth && boxHeight ? boxWidth / boxHeight : undefined
  const ratio = width && height ? width / height : ofBox
  return {
    width: width ?? (height !== undefined && ratio !== undefined ? height * ratio : undefined),
    height: height ?? (width !== undefined && ratio !== undefined ? width / ratio : undefined),
    ratio,
    references: [...new Set(referencesIn(text))],
    missingFonts: missingFontsIn(text),
  }
}

/** Why it cannot be shown; undefined where it can. */
export function faultOfSvg(text: string): string | undefined {
  if (text.length > MOST.characters) return 'it is too large'
  if (/<!ENTITY\s[^>]*&\w+;/.test(text)) return 'its entities multiply'
  if (depthOf(text) > MOST.depth) return 'its elements are nested too deeply'
  if (copiesIn(text) > MOST.copies) return 'it copies its parts too often'
  return svgMarkupFault(text)
}

function attribute(tag: string, name: string): string | undefined {
  const [, , value] = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(["'])(.*?)\\1`, 's').exec(tag) ?? []
  return value
}

/** Percentages are of the place, and no size. */
function lengthOf(value: string | undefined): number | undefined {
  const [, number, unit = ''] = /^\s*([\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(value ?? '') ?? []
  const factor = Object.entries(ABSOLUTE).find(([name]) => name === unit.toLowerCase())?.[1]
  const length = factor === undefined ? Number.NaN : Number(number) * factor
  return length > 0 && length < 1e6 ? length : undefined
}

function referencesIn(text: string): readonly string[] {
  const attributes = text.matchAll(
    /<(?:\w+:)?(?:image|use|feImage|script)\b[^>]*?\bhref\s*=\s*["']([^"'#][^"']*)["']/g,
  )
  const styles = text.matchAll(/(?:url\(\s*["']?|@import\s+["'])([^"')#\s][^"')]*)/g)
  const sheets = text.matchAll(/<\?xml-stylesheet\b[^>]*\bhref\s*=\s*["']([^"'#][^"']*)["']/g)
  return [...attributes, ...styles, ...sheets]
    .map(match => (match[1] ?? '').trim())
    .filter(address => address !== '' && !address.startsWith('data:'))
}

const LIKE_STAND_IN = /sans|arial|helvetica|verdana|tahoma|calibri|roboto|system-ui|inherit/i

function missingFontsIn(text: string): readonly string[] {
  if (!/<(?:\w+:)?text[\s>]/.test(text) || /@font-face/.test(text)) return []
  const families = text.matchAll(/\bfont-family\s*(?:=\s*"([^"]+)"|=\s*'([^']+)'|:\s*([^;}"<>]+))/g)
  const said = [...families].map(([, double, single, style]) => (double ?? single ?? style ?? '').trim())
  return [...new Set(said)].filter(family => family !== '' && !LIKE_STAND_IN.test(family))
}

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (const [tag] of text.matchAll(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\/?[A-Za-z][^>]*>/g)) {
    if (tag.startsWith('<!') || tag.endsWith('/>')) continue
    depth += tag.startsWith('</') ? -1 : 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

/** How many elements `<use>` makes of those that have an id: each counts what it holds, copies included. */
function copiesIn(text: string): number {
  interface Group {
    /** Ids that it uses, each as often as it does. */
    readonly uses: string[]
    size: number
  }
  const groups = new Map<string, Group>()
  const whole: Group = { uses: [], size: 0 }
  const open: (Group | undefined)[] = []
  for (const [tag, close, name = ''] of text.matchAll(/<(\/?)([A-Za-z][\w:.-]*)[^>]*>/g)) {
    if (close) {
      open.pop()
      continue
    }
    const id = attribute(tag, 'id')
    const group: Group | undefined = id === undefined ? undefined : { uses: [], size: 1 }
    if (id !== undefined && group) groups.set(id, group)
    const used = /(?:^|:)use$/.test(name) ? /\bhref\s*=\s*["']#([^"']*)["']/.exec(tag)?.[1] : undefined
    for (const holder of [whole, ...open, group]) {
      if (!holder) continue
      holder.size += 1
      if (used !== undefined) holder.uses.push(used)
    }
    if (!tag.endsWith('/>')) open.push(group)
  }
  const sizes = new Map<string, number>()
  const sizeOf = (id: string, path: ReadonlySet<string>): number => {
    const known = sizes.get(id)
    const group = groups.get(id)
    if (known !== undefined || !group || path.has(id)) return known ?? 0
    const inner = new Set(path).add(id)
    const size = group.uses.reduce((sum, used) => sum + sizeOf(used, inner), group.size)
    sizes.set(id, size)
    return size
  }
  return whole.uses.reduce((sum, used) => sum + sizeOf(used, new Set()), 0)
}
