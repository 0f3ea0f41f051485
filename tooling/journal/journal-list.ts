/**
 * The table of the journals that come with Offprint, as Markdown: the name of the folder, the title, and what
 * the first comment of its manifest says.
 */
import { parse } from 'yaml'
import { recordOf } from '../../pipeline/values/record.ts'

/** `manifests`: the name of the folder → the text of `journal.yml`. `folder`: the address of styles/. */
export function journalList(manifests: Readonly<Record<string, string>>, folder: string): string {
  const rows = Object.entries(manifests).map(([name, text]) => {
    const { title } = recordOf(parse(text))
    return `| [\`${name}\`](${folder}/${name}/) | ${String(title)} | ${headOf(text)} |`
  })
  return ['| `style` | Title | What it is |', '|---|---|---|', ...rows].join('\n')
}

/** The lines of the comment with which the manifest begins. */
function headOf(text: string): string {
  const [head = ''] = /^(?:#.*\n)+/.exec(text) ?? []
  return head.replace(/^# ?/gm, '').trim().replace(/\n/g, ' ').replaceAll('|', '\\|')
}
