/** The only importer of csv-parse: values separated by commas (RFC 4180, with what people write beside it) → rows. */
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

export interface CsvOptions {
  /** Default: `,`. */
  readonly delimiter?: string
  /** Default: `"`. */
  readonly quote?: string
}

const records = z.array(z.array(z.string()))

/** Undefined where the text cannot be parted, as after a quotation without its end. */
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
    // It reads no text that it cannot part; whoever asked says what becomes of that text.
    return undefined
  }
}
