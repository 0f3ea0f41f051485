/**
 * Footnotes as a section at the end of the text. The label of each note links back to its mark; a note with
 * several marks also has a link to each.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { RootContent as MdastContent, PhrasingContent } from 'mdast'
import type { Journal } from '../journal/index.ts'
import type { Article, NumberedNote } from '../model/article.ts'
import { isBlock } from '../model/node-kinds.ts'
import { fillPattern } from '../values/pattern.ts'
import { backLinks } from './back-links.ts'
import { blocks } from './body.ts'
import type { Lookup } from './lookup.ts'

export function notesSection(article: Article, journal: Journal): ElementContent[] {
  if (article.notes.length === 0) return []
  const { labels } = journal.manifest
  return [
    h('section', { className: ['notes'], ariaLabel: labels.notes }, [
      h('h2', { className: ['notes-title'] }, labels.notes),
      h(
        'ol',
        { className: ['notes-list'] },
        article.notes.map(note => noteItem(note, { article, journal })),
      ),
    ]),
  ]
}

function noteItem({ id, markIds, mark, children }: NumberedNote, lookup: Lookup): ElementContent {
  const pattern = lookup.journal.manifest.labels['back-to-text']
  const label = { className: ['note-label'], role: 'doc-backlink', ariaLabel: fillPattern(pattern, { mark }) }
  const links = markIds.length > 1 ? backLinks(markIds, pattern) : []
  return h('li', { id, className: ['note'] }, [
    h('a', { href: `#${markIds[0]}`, ...label }, mark),
    ' ',
    ...withEnd(noteContent(children, lookup), links),
  ])
}

/** Appends `end` to the last paragraph, or after the last block if that is not a paragraph. */
function withEnd(content: readonly ElementContent[], end: readonly ElementContent[]): ElementContent[] {
  const last = content.at(-1)
  if (last?.type !== 'element' || last.tagName !== 'p') return [...content, ...end]
  return content.with(-1, { ...last, children: [...last.children, ...end] })
}

/** An inline note, `^[text]`, contains inline content; a note that is defined elsewhere contains blocks. */
function noteContent(children: readonly MdastContent[], lookup: Lookup): ElementContent[] {
  if (children.some(isBlock)) return blocks(children, lookup)
  // The cast is safe: no child is a block.
  return blocks([{ type: 'paragraph', children: children as PhrasingContent[] }], lookup)
}
