/**
 * Code in a line that is to be run: `` `r mean(x)` ``, `` `{python} n` ``. A literal is its value; anything
 * else is not run and stays as it is written. bookdown writes the heading of the references so that web pages
 * alone have it: `` `r if (knitr::is_html_output()) '# References {-}'` `` is a heading.
 */
import type { Heading, InlineCode, Nodes, PhrasingContent } from 'mdast'
import { textOfR } from '../../source/cell-options.ts'
import type { Branch } from '../tree/branches.ts'
import { atPosition, placedAt } from '../tree/position.ts'
import { takeTrailingAttributes } from './attributes.ts'
import { isCellLanguage } from './cell-languages.ts'

type Phrases = (text: string) => PhrasingContent[]

const expression = /^(?:(?<knitr>r)|\{(?<language>[\w-]+)\})\s+(?<code>\S[\s\S]*)$/

export function inlineExpressions(branch: Branch, phrases: Phrases): void {
  const isAlone = branch.type === 'paragraph' && branch.children.length === 1
  branch.children = branch.children.flatMap((child): Nodes[] => {
    if (child.type === 'paragraph') return [headingOfParagraph(child.children, phrases) ?? child]
    if (child.type !== 'inlineCode') return [child]
    const code = codeOf(child)
    // A heading is made where the paragraph stands, one step further up.
    if (code === undefined || (isAlone && headingText(child) !== undefined)) return [child]
    const value = literalOf(code)
    if (value === undefined) return [unread(child, code)]
    return value === '' ? [] : placedAt(phrases(value), child.position)
  })
}

function unread({ value, position }: InlineCode, code: string): Nodes {
  const what = `expression to be computed, \`${code}\``
  return { type: 'unread', value: `\`${value}\``, what, isBlock: false, ...atPosition(position) }
}

function codeOf({ value }: InlineCode): string | undefined {
  const { knitr, language = '', code } = expression.exec(value)?.groups ?? {}
  return knitr !== undefined || isCellLanguage(language) ? code?.trim() : undefined
}

/** The text that a literal gives; undefined for what must be run. */
function literalOf(code: string): string | undefined {
  return /^-?\d+(?:\.\d+)?$/.test(code) ? code : textOfR(code)
}

/** `# References {-}` */
function headingText(node: InlineCode): string | undefined {
  const [, said = ''] = /^if\s*\((?:\w+::)?is_html_output\([^()]*\)\)\s*(.+)$/.exec(codeOf(node) ?? '') ?? []
  const text = textOfR(said.trim())?.trim()
  return text !== undefined && /^#{1,6}\s+\S/.test(text) ? text : undefined
}

function headingOfParagraph(children: readonly Nodes[], phrases: Phrases): Heading | undefined {
  const [only, ...others] = children
  const text = only?.type === 'inlineCode' && others.length === 0 ? headingText(only) : undefined
  if (only === undefined || text === undefined) return undefined
  const [, marks = '', words = ''] = /^(#+)\s+(.*)$/.exec(text) ?? []
  const heading: Heading = {
    type: 'heading',
    depth: ([1, 2, 3, 4, 5, 6] as const)[marks.length - 1] ?? 6,
    children: placedAt(phrases(words), only.position),
    ...atPosition(only.position),
  }
  const attributes = takeTrailingAttributes(heading)
  if (attributes) heading.data = { attributes }
  return heading
}
