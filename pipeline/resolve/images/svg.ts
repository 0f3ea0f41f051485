/**
 * The text of an SVG → its size, its faults, and the fonts and other files that it needs. In an `<img>` an
 * SVG runs no scripts and loads nothing, so this serves the messages. It also finds drawings that would keep
 * the browser busy for ever, because their parts multiply.
 */
import { isUtf8 } from 'node:buffer'
import { gunzipSync } from 'node:zlib'
import { percentDecoded } from '../../values/percent-decoding.ts'
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

/** The greatest length of the text. No real drawing reaches it. */
const mostCharacters = 60_000_000

/** CSS px per unit. */
const absoluteUnits = { '': 1, px: 1, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, pt: 96 / 72, pc: 16 } as const

/**
 * The text of an SVG or `.svgz`. Throws if the compression is broken, if the uncompressed text is too large
 * or if its encoding is unknown.
 */
export function svgText(data: Uint8Array): string {
  const bytes =
    data[0] === 0x1f && data[1] === 0x8b ? gunzipSync(data, { maxOutputLength: mostCharacters }) : data
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

/** The deepest nesting of drawings in `data:` addresses. */
const mostDrawingsInside = 3

/** The reason why the drawing cannot be shown; undefined if it can. `depth`: the drawings around it. */
export function faultOfSvg(text: string, depth = 0): string | undefined {
  if (text.length > mostCharacters) return 'it is too large'
  const fault = svgMarkupFault(text)
  if (fault !== undefined) return fault
  for (const inner of drawingsIn(text)) {
    if (depth === mostDrawingsInside) return 'it contains drawings that contain drawings too often'
    // A drawing that is not shown leaves a gap, as in a browser; one that takes too long is refused.
    const innerFault = faultOfSvg(inner, depth + 1)
    if (innerFault !== undefined && !/^it does not begin/.test(innerFault))
      return `a drawing in it is broken: ${innerFault}`
  }
  return undefined
}

/** The texts of drawings in `data:` addresses (RFC 2397). */
function* drawingsIn(text: string): Generator<string> {
  for (const [, parameters = '', data = ''] of text.matchAll(/data:image\/svg\+xml([^,"']*),([^"')]*)/gi)) {
    if (/;\s*base64/i.test(parameters)) yield Buffer.from(data, 'base64').toString('utf8')
    else yield percentDecoded(data)
  }
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
