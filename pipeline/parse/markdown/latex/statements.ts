/**
 * Statements at the end of an article, for which the document classes of publishers have commands and
 * environments, such as `\acknowledgments{…}`, `\begin{acknowledgements}` and `\dataavailability{…}` → divs
 * like MyST's parts of a page, which `parse/passes/page-parts.ts` makes sections.
 */
import type { RootContent } from 'mdast'
import type { Position } from 'unist'
import { ownValue } from '../../../values/record.ts'
import type { Call } from '../latex-grammar/call.ts'
import { statementHeadings } from '../latex-grammar/statement-headings.ts'
import { attributesOf } from '../tree/attributes.ts'
import { latexProse } from './prose.ts'
import type { LatexReader, Made } from './reader.ts'

/**
 * The command as a statement: a part of the page, or an unnumbered heading if the command has no argument.
 * Undefined if no class has the command.
 */
export function statement({ name, groups, position }: Call, reader: LatexReader): Made {
  const title = Object.hasOwn(statementHeadings, name) ? ownValue(statementHeadings, name) : undefined
  if (title === undefined) return undefined
  const [content] = groups
  if (content) return [statementPart(name, reader.blocks(latexProse(content)), position)]
  return [
    {
      type: 'heading',
      depth: 1,
      data: { attributes: attributesOf(undefined, ['unnumbered']) },
      children: [{ type: 'text', value: title, position }],
      position,
    },
  ]
}

/** A div of the class `part`, whose name is the heading of the statement. */
export function statementPart(name: string, children: RootContent[], position: Position): RootContent {
  const part = ownValue(statementHeadings, name) ?? name
  return { type: 'div', attributes: attributesOf(undefined, ['part'], { part }), children, position }
}
