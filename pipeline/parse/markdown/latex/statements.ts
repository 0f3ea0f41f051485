/**
 * Statements at the end of an article, which classes of publishers have as commands and environments:
 * `\acknowledgments{…}`, `\begin{acknowledgements}`, `\dataavailability{…}`. Each becomes a part of the page
 * (`parse/page-parts.ts`), with the class's own heading; `\acknowledgments` alone is a heading.
 */
import type { RootContent } from 'mdast'
import type { Position } from 'unist'
import { attributesOf } from '../tree/attributes.ts'
import type { Call } from './call.ts'
import { latexProse } from './prose.ts'
import type { LatexReader, Made } from './reader.ts'

/** Name → heading. */
const statements: Readonly<Record<string, string>> = {
  ack: 'Acknowledgements',
  acknowledgement: 'Acknowledgements',
  acknowledgements: 'Acknowledgements',
  acknowledgment: 'Acknowledgments',
  acknowledgments: 'Acknowledgments',
  authorcontributions: 'Author contributions',
  conflictsofinterest: 'Conflicts of interest',
  dataavailability: 'Data availability',
  funding: 'Funding',
  informedconsent: 'Informed consent',
  institutionalreview: 'Institutional review board statement',
  sampleavailability: 'Sample availability',
  supplementary: 'Supplementary materials',
}

export const statementNames: readonly string[] = Object.keys(statements)

export function statement({ name, groups, position }: Call, reader: LatexReader): Made {
  const title = Object.hasOwn(statements, name) ? statements[name] : undefined
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
  const part = statements[name] ?? name
  return { type: 'div', attributes: attributesOf(undefined, ['part'], { part }), children, position }
}
