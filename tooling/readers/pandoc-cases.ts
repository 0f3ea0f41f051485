/**
 * The cases of pandoc's own command tests that say how its Markdown is read: an input, and pandoc's answer as
 * native text or HTML, or the answer of the installed pandoc if the test has another format. Cases that turn
 * extensions on or off, or run filters and citeproc, are left out.
 */
import { spawnSync } from 'node:child_process'
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
/** Options with which the answer says nothing about the reader alone. */
const other =
  /-f (?!markdown(?: |$))|--from|-r |-f markdown[-+]|command\/|citeproc|--metadata|-[dFLM]|filter|-D/

export function pandocCases(folder: string): readonly ReaderCase[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .toSorted()
  return names.flatMap(name => {
    const text = readFileSync(`${folder}/${name}`, 'utf8')
    const blocks = [...text.matchAll(/^(`{3,})[ \t]*\n% ([^\n]*)\n([\s\S]*?)^\^D\n([\s\S]*?)^\1[ \t]*$/gm)]
    return blocks.flatMap(([, , line = '', source = '', answer = ''], index): readonly ReaderCase[] => {
      const expected = recordedOutline(line.trim(), answer) ?? askedOutline(line.trim(), source)
      return expected ? [{ name: `${name} ${index + 1}`, source, expected }] : []
    })
  })
}

/** The sections of pandoc's own test documents. */
export function documentCases(folder: string): readonly ReaderCase[] {
  const names = ['markdown-citations.txt', 'pipe-tables.txt', 'tables.txt', 'testsuite.txt']
  return names.flatMap(name => {
    const path = `${folder}/${name}`
    const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
    // The rules of tables look like the lines below headings.
    const isDivided = name === 'testsuite.txt'
    const sections = isDivided ? text.split(/^(?=#+ .+$|.+\n(?:={3,}|-{3,})$)/m) : [text]
    return sections.flatMap((source, index): readonly ReaderCase[] => {
      const expected = source.trim() === '' ? undefined : askedOutline('pandoc', source)
      return expected ? [{ name: `${name} ${index + 1}`, source, expected }] : []
    })
  })
}

/** What the test says, if it says it as native text or HTML. */
function recordedOutline(line: string, answer: string): readonly string[] | undefined {
  const found = command.exec(line)
  if (!found) return undefined
  // Messages of pandoc come first.
  const output = answer.replace(/^(?:(?:2> )?\[WARNING\].*\n(?:(?:2>)? .*\n)*)+/, '')
  return found.groups?.format === 'native' ? outlineOfNative(output) : outlineOfHtml(output)
}

/**
 * What the installed pandoc says. Undefined without pandoc, and for a command that asks for more than
 * reading.
 */
function askedOutline(line: string, source: string): readonly string[] | undefined {
  if (other.test(line)) return undefined
  const { status, stdout } = spawnSync('pandoc', ['-f', 'markdown', '-t', 'native'], { input: source })
  return status === 0 ? outlineOfNative(stdout.toString()) : undefined
}
