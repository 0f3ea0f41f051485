/**
 * The cases of pandoc's own command tests that say how its Markdown is read: an input, and pandoc's answer as
 * native text or HTML. Cases that turn extensions on or off, or run filters and citeproc, are left out.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { outlineOfHtml } from './html-outline.ts'
import { outlineOfNative } from './native-outline.ts'

export interface ReaderCase {
  /** File and number of the case: `3123.md 2`. */
  readonly name: string
  readonly source: string
  readonly expected: readonly string[]
}

const command = /^pandoc(?: -f markdown)?(?: -t (?<format>native|html5?))?(?: --wrap=\w+)?$/

export function pandocCases(folder: string): readonly ReaderCase[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .toSorted()
  return names.flatMap(name => {
    const text = readFileSync(`${folder}/${name}`, 'utf8')
    const blocks = [...text.matchAll(/^(`{3,})[ \t]*\n% ([^\n]*)\n([\s\S]*?)^\^D\n([\s\S]*?)^\1[ \t]*$/gm)]
    return blocks.flatMap(([, , line = '', source = '', answer = ''], index): readonly ReaderCase[] => {
      const found = command.exec(line.trim())
      if (!found) return []
      const isNative = found.groups?.format === 'native'
      // Messages of pandoc come first.
      const output = answer.replace(/^(?:\[WARNING\].*\n(?: .*\n)*)+/, '')
      const expected = isNative ? outlineOfNative(output) : outlineOfHtml(output)
      return expected ? [{ name: `${name} ${index + 1}`, source, expected }] : []
    })
  })
}
