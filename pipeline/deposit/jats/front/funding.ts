/** Awards as data, and the statement about funding as printed. */
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Writer } from '../writer.ts'

export function funding(writer: Writer): Element[] {
  const { article } = writer
  const awards = (article.metadata.funding ?? []).map(({ id, source, name, url }) => {
    const funder = source ?? name
    const doi = url === undefined ? undefined : /(10\.13039\/\d+)/.exec(url)?.[1]
    return x('award-group', [
      ...(funder === undefined
        ? []
        : [
            x('funding-source', [
              x('institution-wrap', [
                x('institution', funder),
                ...(doi === undefined
                  ? []
                  : [x('institution-id', { 'institution-id-type': 'open-funder-registry' }, doi)]),
              ]),
            ]),
          ]),
      ...(id === undefined ? [] : [x('award-id', id)]),
    ])
  })
  const groups = awards.filter(award => award.children.length > 0)
  const statements = article.parts
    .filter(({ kind }) => kind === 'funding')
    .flatMap(({ children }) => writer.blocks(children))
    .flatMap(paragraphsIn)
    .map(({ children }) => x('funding-statement', children))
  const content = [...groups, ...statements]
  return content.length === 0 ? [] : [x('funding-group', content)]
}

/** The paragraphs of a block: a statement has no lists. */
function paragraphsIn(block: Element): Element[] {
  if (block.name === 'p') return [block]
  return block.children.flatMap(child => (child.type === 'element' ? paragraphsIn(child) : []))
}
