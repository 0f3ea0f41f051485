/**
 * Manubot's title page is a Jinja template of the authors and dates in `metadata.yaml`: `{% for … %}`. The
 * journal's template prints them, so that file is left out.
 */
import { report } from '../../../model/diagnostics.ts'
import type { Line } from './lines.ts'

/** A file with statements is a template as a whole. */
export function withoutTemplates(lines: readonly Line[]): readonly Line[] {
  const at = lines.find(({ text }) => /^\s*\{%-?\s*(?:for|if|set)\s/.test(text))
  if (!at || !lines.some(({ text }) => /\{%-?\s*end(?:for|if)\s/.test(text))) return lines
  // In an article about Jinja such lines are code.
  if (!/^\d+\..*\.md$/.test(at.file.basename ?? '')) return lines
  report(at.file, 'template-unread', {
    reason: 'Unexpected Jinja template, expected text',
    place: { line: at.line, column: 1 },
    note: 'This file is not printed. The title, authors and dates are those of the front matter.',
  })
  return []
}
