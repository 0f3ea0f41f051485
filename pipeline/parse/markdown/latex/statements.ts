/**
 * Statements at the end of an article, which classes of publishers have as commands and environments:
 * `\acknowledgments{…}`, `\begin{acknowledgements}`, `\dataavailability{…}`. Each becomes a part of the page
 * (`parse/passes/page-parts.ts`), with the class's own heading; `\acknowledgments` alone is a heading.
 */
import type { RootContent } from 'mdast'
import type { Position } from 'unist'
import type { Call } from '../latex-grammar/call.ts'
import { statementHeadings } from '../latex-grammar/statement-headings.ts'
import { attributesOf } from '../tree/attributes.ts'
import { latexProse } from './prose.ts'
import type { LatexReader, Made } from './reader.ts'

export function statement({ name, groups, position }: Call, reader: LatexReader): Made {
  const title = Object.hasOwn(statementHeadings, name) ? statementHeadings[name] : undefined
  if (title === undefined) return undefined
  const [words] = groups
  if (words) return [statementPart(name, reader.blocks(latexProse(words)), position)]
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

export function statementPart(name: string, children: RootContent[], position: Position): RootContent {
  const part = statementHeadings[name] ?? name
  return { type: 'div', attributes: attributesOf(undefined, ['part'], { part }), children, position }
}
