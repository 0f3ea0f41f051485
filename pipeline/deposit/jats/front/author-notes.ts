/**
 * What is said about authors below their names (`author-notes`): correspondence, equal contribution,
 * competing interests and contributions.
 */
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { FrontPart } from '../../../model/article.ts'
import { asParagraphs } from '../body/as-paragraphs.ts'
import { text } from '../text.ts'
import type { Content, Writer } from '../writer.ts'
import type { AuthorIds } from './contributors.ts'

export function authorNotes(writer: Writer, ids: AuthorIds): Element[] {
  const { article, journal } = writer
  const corresponding = article.contributors.flatMap((contributor, at) => {
    const id = ids.correspondence[at]
    if (id === undefined) return []
    const { formalName, address, affiliations, email, phone } = contributor
    const words = [
      formalName,
      address ?? affiliations.map(affiliation => affiliation.text).join('; '),
    ].filter(Boolean)
    const content: Content[] = [
      text(words.join(', ')),
      ...(phone === undefined ? [] : [text(', '), x('phone', phone)]),
      ...(email === undefined ? [] : [text(`. ${journal.manifest.labels.email} `), x('email', email)]),
    ]
    return [x('corresp', { id }, content)]
  })
  const notes = article.authorNotes.flatMap(({ mark, children }) => {
    const id = ids.notes.get(mark)
    if (id === undefined) return []
    const type = isAboutEqual(mark, writer) ? { 'fn-type': 'equal' } : { 'fn-type': 'other' }
    return [x('fn', { id, ...type }, [x('label', mark), x('p', writer.phrases(children))])]
  })
  const interests = declarationNotes('competing-interests', 'coi-statement', writer)
  const contributions = declarationNotes('author-contributions', 'con', writer)
  const content = [...corresponding, ...notes, ...contributions, ...interests]
  return content.length === 0 ? [] : [x('author-notes', content)]
}

/** True if the authors with this mark are those who contributed equally. */
function isAboutEqual(mark: string, { article }: Writer): boolean {
  const authors = article.metadata.authors ?? []
  const marked = article.contributors.map(({ marks }) => marks.includes(mark))
  return marked.includes(true) && marked.every((isMarked, at) => isMarked === (authors[at]?.equal ?? false))
}

function declarationNotes(kind: FrontPart['kind'], type: string, writer: Writer): Element[] {
  return writer.article.parts
    .filter(part => part.kind === kind)
    .map(({ children }) => x('fn', { 'fn-type': type }, asParagraphs(writer.blocks(children))))
}
