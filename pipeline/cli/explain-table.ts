/**
 * An explanation as tables for the terminal: values with their sources, options of offprint.yml, and ignored
 * keys with the reason.
 */
import type { Explanation, Source } from '../tasks/explain.ts'

const longestValue = 60

export function explanationLines({ dialect, understood, ignored, options }: Explanation): readonly string[] {
  const rows = understood.map(({ path, value, source }) => [path, short(value), sourceText(source)])
  const aside = ignored.map(({ source, why }) => [source.key, `ignored: ${why}`, placeText(source)])
  const chosen = options.map(({ option, value, source }) => [option, short(value), placeText(source)])
  return [
    `Read as ${dialect.dialect}, because ${dialect.reason}.`,
    '',
    ...(rows.length > 0 ? table([['Understood', 'as', 'from'], ...rows]) : ['Nothing was understood.']),
    ...(chosen.length > 0 ? ['', ...table([['Option', 'as', 'from'], ...chosen])] : []),
    ...(aside.length > 0 ? ['', ...table([['Left aside', 'why', 'at'], ...aside])] : []),
  ]
}

function sourceText(source: Source): string {
  return source.key === '' ? placeText(source) : `${source.key}  ${placeText(source)}`
}

function placeText({ file, line }: Source): string {
  return line === undefined ? file : `${file}:${line}`
}

function short(value: unknown): string {
  const text = (typeof value === 'object' ? JSON.stringify(value) : String(value)).replace(/\s+/g, ' ')
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = [0, 1].map(column => Math.max(...rows.map(row => (row[column] ?? '').length)))
  return rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
