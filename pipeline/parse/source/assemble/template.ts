/**
 * Manubot fills its files as Jinja templates before pandoc reads them. Its title page, a loop over the
 * authors of `metadata.yaml`, is left out, as the journal's style prints the title page. In the other files
 * `{% raw %}` and comments, `{## … ##}`, go; other template code is reported, and printed as it stands.
 */
import { report } from '../../../model/diagnostics.ts'
import type { Line } from './lines.ts'

/** `{% raw %}`, `{%- endraw -%}`: marks around text that is not template code. */
const rawMark = /\{%-?\s*(end)?raw\s*-?%\}/g
const code = /\{%-?\s*[a-z]+\b[^%]*%\}|\{\{\s*manubot\.[^{}]*\}\}/

/** The lines of a Manubot file after its template code. Lines of other files stay as they are. */
export function withoutTemplates(lines: readonly Line[]): readonly Line[] {
  // Only Manubot's file names count: in other articles such lines are code about Jinja.
  if (!/^\d+\..*\.md$/.test(lines[0]?.file.basename ?? '')) return lines
  return isTitlePage(lines) ? [] : withoutMarks(withoutComments(lines))
}

/** True, and reported, for the file that lists the authors or names the build. */
function isTitlePage(lines: readonly Line[]): boolean {
  const at = lines.find(({ text }) => /^\s*\{%-?\s*(?:for|if|set)\s.*\bmanubot\./.test(text))
  if (!at || !lines.some(({ text }) => /\{%-?\s*end(?:for|if)\s/.test(text))) return false
  report(at.file, 'template-unread', {
    reason: 'Unexpected Jinja template, expected text',
    place: { line: at.line, column: 1 },
    note: 'This file is not printed. The title, authors and dates are those of the front matter.',
  })
  return true
}

/** Blanks `{## … ##}`, also over several lines. */
function withoutComments(lines: readonly Line[]): readonly Line[] {
  let isOpen = false
  return lines.map(line => {
    if (!isOpen && !line.text.includes('{##')) return line
    const text = line.text.replace(/(?:\{##|^).*?(?:##\}|$)/g, part => {
      if (!isOpen && !part.startsWith('{##')) return part
      isOpen = !part.endsWith('##}')
      return ' '.repeat(part.length)
    })
    return text === line.text ? line : blanked(line, text)
  })
}

/** The line with a text in which code became spaces. At its beginning, they would make it code. */
function blanked(line: Line, text: string): Line {
  const kept = text.trimStart()
  return { ...line, text: kept.trimEnd(), shift: line.shift - (text.length - kept.length) }
}

/** Takes `{% raw %}` away, and reports other code outside of it. */
function withoutMarks(lines: readonly Line[]): readonly Line[] {
  let isRaw = false
  return lines.map(line => {
    const wasRaw = isRaw
    for (const [, end] of line.text.matchAll(rawMark)) isRaw = end === undefined
    const [found] = wasRaw || isRaw ? [] : (code.exec(line.text.replaceAll(rawMark, '')) ?? [])
    if (found !== undefined) {
      report(line.file, 'template-unread', {
        reason: `Unexpected template code \`${found}\`, expected text`,
        place: { line: line.line, column: line.text.indexOf(found) + 1 - line.shift },
        note: 'It cannot be filled, and is printed as it stands. Write the text in its place.',
      })
    }
    const text = line.text.replaceAll(rawMark, mark => ' '.repeat(mark.length))
    return text === line.text ? line : blanked(line, text)
  })
}
