/**
 * A date in CSL-YAML → a CSL date. pandoc takes a text in EDTF (`2010-03`), a map of CSL-JSON (`date-parts`,
 * `literal`, `raw`, `season`, `circa`) and, from its older versions, a map of year, month, day and season, or
 * a list of two such maps.
 */
import type { CslDate } from '../../model/csl.ts'
import { isRecord } from '../../values/record.ts'
import { readEdtf, readWords } from './read-date.ts'

export function readCslDate(value: unknown): CslDate | undefined {
  if (typeof value === 'string' || typeof value === 'number') return readText(String(value))
  if (Array.isArray(value)) return readPoints(value)
  if (!isRecord(value)) return undefined
  const { 'date-parts': parts, literal, raw, other, season, circa } = value
  const marks = {
    ...(isWritten(season) && { season: String(season) }),
    ...(isWritten(circa) && circa !== 'false' && circa !== '0' && { circa: true }),
  }
  if (Array.isArray(parts)) return { ...value, 'date-parts': parts.map(part => numbersOf(part)), ...marks }
  if (partsOf(value).length > 0) return { 'date-parts': [partsOf(value)], ...marks }
  const words = [literal, raw, other].find(isWritten)
  if (words === undefined) return undefined
  return literal === undefined && raw !== undefined ? readText(String(raw)) : { literal: String(words) }
}

function readText(text: string): CslDate | undefined {
  const date = readEdtf(text)
  return date?.literal === undefined ? date : (readWords(text) ?? date)
}

/** One or two points in time, as maps, lists or texts. Words among them make the date a literal one. */
function readPoints(points: readonly unknown[]): CslDate | undefined {
  const [first] = points
  if (points.length === 1 && (isRecord(first) || typeof first === 'string')) return readCslDate(first)
  const words = points.flatMap(point =>
    isRecord(point) && isWritten(point.literal) ? [String(point.literal)] : [],
  )
  if (words.length > 0) return { literal: words.join('–') }
  const isCirca = points.some(point => isRecord(point) && isWritten(point.circa))
  // The season of a range has no place in CSL.
  return { 'date-parts': points.map(partsOf), ...(isCirca && { circa: true }) }
}

/** The parts of CSL-JSON, with numbers for their digits. Mistakes in them stay: checks report them. */
function numbersOf(part: unknown): readonly (string | number)[] {
  const list = Array.isArray(part) ? part : [part]
  return list.map(item => (/^-?\d+$/.test(String(item)) ? Number(item) : String(item)))
}

/** Year, month and day, up to the first that is missing. */
function partsOf(point: unknown): readonly number[] {
  const written = isRecord(point)
    ? [point.year, point.month, point.day]
    : Array.isArray(point)
      ? point
      : [point]
  const numbers = written.map(part =>
    isWritten(part) && /^-?\d+$/.test(String(part)) ? Number(part) : undefined,
  )
  const end = numbers.indexOf(undefined)
  return numbers.slice(0, end < 0 ? undefined : end).filter(part => part !== undefined)
}

function isWritten(value: unknown): value is string | number | boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' || value === true
}
