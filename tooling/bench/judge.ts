/**
 * The benchmark's judge, `pdf-quality/pdf_quality.py`: a PDF → what it measured, as data. Its README says
 * what each number means; `null` is what it could not measure.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { BenchError } from './bench-error.ts'

const number = z.number().nullable()
const distances = z.object({
  captions: z.number(),
  with_mention: z.number(),
  mean_distance: number,
  max_distance: number,
  before_mention: z.number(),
})
const judgement = z.object({
  pages: z.number(),
  columns: z.number(),
  body_lines: z.number(),
  normal_space_source: z.string(),
  /** Absent where no line is justified. Of the document's own normal space. */
  space: z
    .object({
      mean: z.number(),
      sd: z.number(),
      p95: z.number(),
      share_gt_1_5: z.number(),
      share_lt_0_75: z.number(),
    })
    .optional(),
  loosest_line: z.object({ page: z.number(), ratio: z.number(), text: z.string() }).optional(),
  hyphen_share: number,
  hyphen_runs_3plus: z.number(),
  overfull_lines: z.number(),
  widows: z.number(),
  orphans: z.number(),
  stranded_headings: z.number(),
  widow_list: z.array(z.string()),
  orphan_list: z.array(z.string()),
  stranded_list: z.array(z.string()),
  /** Absent where there is one column. */
  baseline_aligned_share: number.optional(),
  column_bottom_white_mean: number,
  columns_short_over_3_lines: z.number(),
  white_holes_over_3_lines: z.number(),
  /** Page, column, share of the column's height. */
  short_columns: z.array(z.tuple([z.number(), z.string(), z.number()])),
  figures: distances,
  tables: distances,
  type3_fonts: z.number(),
  figures_tagged: z.number(),
  figures_with_alt: z.number(),
  /** Absent where no source was given. */
  text_kept: z.number().optional(),
})

export type Judgement = z.infer<typeof judgement>

export function judgePath(bench: string): string {
  return join(bench, 'pdf-quality/pdf_quality.py')
}

/** `source`: `plain.txt` of the article. Throws where the judge gives no judgement. */
export async function judge(bench: string, pdf: string, source?: string): Promise<Judgement> {
  const given = source === undefined ? [] : ['--source', source]
  const { stdout } = await promisify(execFile)('python3', [judgePath(bench), '--json', ...given, pdf])
  const answer: unknown = JSON.parse(stdout)
  const { error } = z.object({ error: z.string().optional() }).parse(answer)
  if (error !== undefined) throw new BenchError(`The judge cannot judge ${pdf} (${error}).`)
  return judgement.parse(answer)
}
