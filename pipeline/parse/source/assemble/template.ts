/**
 * Manubot's title page is a Jinja template, `{% for … %}`, for the authors and dates in `metadata.yaml`. It
 * is left out, as the journal's style prints the title page.
 */
import { report } from '../../../model/diagnostics.ts'
import type { Line } from './lines.ts'

/** Leaves out a file with Jinja statements, and reports the file. */
export function withoutTemplates(lines: readonly Line[]): readonly Line[] {
  const at = lines.find(({ text }) => /^\s*\{%-?\s*(?:for|if|set)\s/.test(text))
  if (!at || !lines.some(({ text }) => /\{%-?\s*end(?:for|if)\s/.test(text))) return lines
  // Only Manubot's file names count: in other articles such lines are code about Jinja.
  if (!/^\d+\..*\.md$/.test(at.file.basename ?? '')) return lines
  report(at.file, 'template-unread', {
    reason: 'Unexpected Jinja template, expected text',
    place: { line: at.line, column: 1 },
    note: 'This file is not printed. The title, authors and dates are those of the front matter.',
  })
  return []
}
