/** The end of the article: acknowledgements, declarations, notes, appendices, references, biographies. */
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { FrontPart } from '../../../model/article.ts'
import { type DeclarationKind, declarationKinds } from '../../../model/metadata.ts'
import { noteElement } from '../body/note.ts'
import { type Section, sectionElement } from '../body/sections.ts'
import type { Writer } from '../writer.ts'
import { referenceLists } from './references.ts'

/** Declarations that are elsewhere: beside the authors, or with the funding. */
const inFront: readonly string[] = ['competing-interests', 'author-contributions', 'funding']

/** Kind of declaration → the `sec-type` that JATS4R wants, or a word of its own. */
const sectionTypes: Readonly<Partial<Record<DeclarationKind, string>>> = {
  'data-availability': 'data-availability',
  ethics: 'ethics-statement',
  supplementary: 'supplementary-material',
}

export function backMatter(appendices: readonly Section[], writer: Writer): Element[] {
  const { article } = writer
  const parts = article.parts.filter(
    ({ kind }) => declarationKinds.some(known => known === kind) && !inFront.includes(kind),
  )
  const notes = article.notes.filter(({ id }) => writer.ids.of(id)?.refType === 'fn')
  const content = [
    ...parts.map(part => declaration(part, writer)),
    ...(appendices.length === 0
      ? []
      : [
          x(
            'app-group',
            appendices.map(section => sectionElement(section, writer, 'app')),
          ),
        ]),
    ...referenceLists(writer),
    ...(notes.length === 0
      ? []
      : [
          x(
            'fn-group',
            notes.map(note => noteElement(note, writer)),
          ),
        ]),
    ...biographies(writer),
  ]
  return content.length === 0 ? [] : [x('back', content)]
}

function declaration(part: FrontPart, writer: Writer): Element {
  const { labels } = writer.journal.manifest
  const title = x('title', part.kind === 'abstract' ? '' : labels.parts[part.kind])
  const content = [title, ...writer.blocks(part.children)]
  if (part.kind === 'acknowledgements') return x('ack', content)
  const type = sectionTypes[part.kind as DeclarationKind] ?? part.kind
  return x('sec', { id: writer.ids.next('section'), 'sec-type': type }, content)
}

function biographies({ article, graphics, ...writer }: Writer): Element[] {
  return article.biographies.map(({ contributor, photo, children }) => {
    const name = photo === undefined ? undefined : graphics.nameOf(photo)
    return x('bio', [
      x('title', contributor.displayName),
      ...(name === undefined
        ? []
        : [x('p', [x('inline-graphic', { 'xlink:href': name }, [x('alt-text', contributor.displayName)])])]),
      ...writer.blocks(children),
    ])
  })
}
