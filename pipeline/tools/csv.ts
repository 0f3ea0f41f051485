/**
 * The only importer of csv-parse: comma-separated values (RFC 4180, and common deviations from it) → rows.
 */
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

interface CsvOptions {
  /** The character between values. Default: `,`. */
  readonly delimiter?: string
  /** The quotation mark. Default: `"`. */
  readonly quote?: string
}

const records = z.array(z.array(z.string()))

/**
 * The rows of a text. Undefined if the text cannot be split into rows, for example because a quotation has no
 * end.
 */
export function csvRows(
  text: string,
  { delimiter = ',', quote = '"' }: CsvOptions = {},
): readonly (readonly string[])[] | undefined {
  try {
    const read: unknown = parse(text, {
      bom: true,
      delimiter,
      quote,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    })
    return records.parse(read)
  } catch {
    // A text that is not CSV is not an error here: the caller decides what to do with it.
    return undefined
  }
}
