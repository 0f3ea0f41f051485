/**
 * Code in a line of text that is to be run: `` `r mean(x)` ``, `` `{python} n` ``. A literal is replaced by
 * its value; any other expression is not run and is printed as it is written. The code by which bookdown
 * shows the heading of the references only on web pages,
 * `` `r if (knitr::is_html_output()) '# References {-}'` ``, becomes a heading.
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
    const code = expressionCode(child)
    // The paragraph becomes a heading when the branch that contains the paragraph is read.
    if (code === undefined || (isAlone && headingText(child) !== undefined)) return [child]
    const value = literalValue(code)
    if (value === undefined) return [unreadExpression(child, code)]
    return value === '' ? [] : placedAt(phrases(value), child.position)
  })
}

function unreadExpression({ value, position }: InlineCode, code: string): Nodes {
  const what = `expression to be computed, \`${code}\``
  return { type: 'unread', value: `\`${value}\``, what, isBlock: false, ...atPosition(position) }
}

/** The code of an expression; undefined for inline code that is not to be run. */
function expressionCode({ value }: InlineCode): string | undefined {
  const { knitr, language = '', code } = expression.exec(value)?.groups ?? {}
  return knitr !== undefined || isCellLanguage(language) ? code?.trim() : undefined
}

/** The value of a number or string; undefined for other code. */
function literalValue(code: string): string | undefined {
  return /^-?\d+(?:\.\d+)?$/.test(code) ? code : textOfR(code)
}

/** `if (is_html_output()) '# References {-}'` → `# References {-}`; undefined for other code. */
function headingText(node: InlineCode): string | undefined {
  const [, string = ''] =
    /^if\s*\((?:\w+::)?is_html_output\([^()]*\)\)\s*(.+)$/.exec(expressionCode(node) ?? '') ?? []
  const text = textOfR(string.trim())?.trim()
  return text !== undefined && /^#{1,6}\s+\S/.test(text) ? text : undefined
}

/** The heading that the children of a paragraph stand for; undefined for any other paragraph. */
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
