/**
 * The text of an SVG → its size, its faults, and the fonts and other files that it needs. In an `<img>` an
 * SVG runs no scripts and loads nothing, so this serves the messages. It also finds drawings that would keep
 * the browser busy for ever, because their parts multiply.
 */
import { isUtf8 } from 'node:buffer'
import { gunzipSync } from 'node:zlib'
import { sum } from '../../values/sum.ts'
import { svgMarkupFault } from './svg-markup-fault.ts'

interface SvgFacts {
  /** Width in CSS px; undefined for a drawing that takes the size of its place. */
  readonly width: number | undefined
  readonly height: number | undefined
  /** The width divided by the height. */
  readonly ratio: number | undefined
  /** Addresses outside the file that the drawing refers to; these parts stay empty. */
  readonly references: readonly string[]
  /**
   * Fonts of the picture's text that are neither in the file nor similar to the font that replaces them, a
   * sans serif.
   */
  readonly missingFonts: readonly string[]
}

/** Limits that no real drawing reaches: nesting of elements, copies by `<use>`, length of the text. */
const most = { depth: 2000, copies: 200_000, characters: 60_000_000 }

/** CSS px per unit. */
const absoluteUnits = { '': 1, px: 1, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, pt: 96 / 72, pc: 16 } as const

/**
 * The text of an SVG or `.svgz`. Throws if the compression is broken, if the uncompressed text is too large
 * or if its encoding is unknown.
 */
export function svgText(data: Uint8Array): string {
  const bytes =
    data[0] === 0x1f && data[1] === 0x8b ? gunzipSync(data, { maxOutputLength: most.characters }) : data
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

/**
 * The encoding of an SVG. UTF-16 is recognized by its first bytes. Text that is not UTF-8 has the encoding
 * that its declaration names.
 */
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
  const boxRatio = boxWidth && boxHeight ? boxWidth / boxHeight : undefined
  const ratio = width && height ? width / height : boxRatio
  return {
    width: width ?? (height !== undefined && ratio !== undefined ? height * ratio : undefined),
    height: height ?? (width !== undefined && ratio !== undefined ? width / ratio : undefined),
    ratio,
    references: [...new Set(referencesIn(text))],
    missingFonts: missingFontsIn(text),
  }
}

/** The reason why the drawing cannot be shown; undefined if it can. */
export function faultOfSvg(text: string): string | undefined {
  if (text.length > most.characters) return 'it is too large'
  if (/<!ENTITY\s[^>]*&\w+;/.test(text)) return 'its entities multiply'
  if (depthOf(text) > most.depth) return 'its elements are nested too deeply'
  if (copiesIn(text) > most.copies) return 'it copies its parts too often'
  return svgMarkupFault(text)
}

function attribute(tag: string, name: string): string | undefined {
  const [, , value] = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(["'])(.*?)\\1`, 's').exec(tag) ?? []
  return value
}

/** A length in CSS px. Undefined for a percentage, which depends on the place of the drawing. */
function lengthOf(value: string | undefined): number | undefined {
  const [, number, unit = ''] = /^\s*([\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(value ?? '') ?? []
  const factor = Object.entries(absoluteUnits).find(([name]) => name === unit.toLowerCase())?.[1]
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

/** Fonts that are similar to the sans serif which replaces them. */
const similarFont = /sans|arial|helvetica|verdana|tahoma|calibri|roboto|system-ui|inherit/i

function missingFontsIn(text: string): readonly string[] {
  if (!/<(?:\w+:)?text[\s>]/.test(text) || /@font-face/.test(text)) return []
  const families = text.matchAll(/\bfont-family\s*(?:=\s*"([^"]+)"|=\s*'([^']+)'|:\s*([^;}"<>]+))/g)
  const names = [...families].map(([, double, single, style]) => (double ?? single ?? style ?? '').trim())
  return [...new Set(names)].filter(family => family !== '' && !similarFont.test(family))
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

/**
 * The number of elements that `<use>` copies. A copy of an element counts with all elements in it, copies
 * included.
 */
function copiesIn(text: string): number {
  interface Group {
    /** Ids of the elements that the group copies, each as often as it is copied. */
    readonly uses: string[]
    size: number
  }
  const groups = new Map<string, Group>()
  const drawing: Group = { uses: [], size: 0 }
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
    for (const holder of [drawing, ...open, group]) {
      if (!holder) continue
      holder.size++
      if (used !== undefined) holder.uses.push(used)
    }
    if (!tag.endsWith('/>')) open.push(group)
  }
  const sizes = new Map<string, number>()
  const sizeOf = (id: string, path: ReadonlySet<string>): number => {
    const cached = sizes.get(id)
    const group = groups.get(id)
    if (cached !== undefined || !group || path.has(id)) return cached ?? 0
    const inner = new Set(path).add(id)
    const size = group.size + sum(group.uses.map(used => sizeOf(used, inner)))
    sizes.set(id, size)
    return size
  }
  return sum(drawing.uses.map(used => sizeOf(used, new Set())))
}
