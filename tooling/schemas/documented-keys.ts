/** What the tables of docs/front-matter.md say about keys. */

/** Path of a value, as in the column "What", → its form and meaning as plain text. */
export function documentedKeys(docs: string): Readonly<Record<string, string>> {
  const rows = docs
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .map(line => line.split(/(?<!\\)\|/).map(cell => cell.trim()))
  return Object.fromEntries(
    rows.flatMap(([, what = '', , meaning = '']) =>
      [...what.matchAll(/`([^`]+)`/g)].flatMap(([, path = '']): [string, string][] =>
        meaning === '' ? [] : [[path, plain(meaning)]],
      ),
    ),
  )
}

/** Markdown of a cell as plain text. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replaceAll('`', '')
    .replaceAll('\\|', '|')
}
