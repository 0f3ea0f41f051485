/**
 * The title of an article as the content of a link. Emphasis, superscripts, subscripts and formulas are kept.
 * Links are dropped, as they would nest; notes and citations, as their targets are on another page; and ids,
 * as they could occur twice.
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { hasClass } from '../../model/hast.ts'
import { rewrite } from '../web/rewrite.ts'
import { withScriptLevels } from '../web/script-levels.ts'
import { entryName, type IssueEntry } from './issue.ts'

const keptElements: ReadonlySet<string> = new Set(['em', 'strong', 'sub', 'sup', 'u', 'code'])

export function entryTitle(entry: IssueEntry): ElementContent[] {
  const content = rewrite(withScriptLevels(entry.title), insideLink)
  const hasContent = content.some(
    node => node.type === 'element' || ('value' in node && node.value.trim() !== ''),
  )
  return hasContent ? content : [{ type: 'text', value: entryName(entry) }]
}

function insideLink(element: Element, ancestors: readonly Element[]): ElementContent[] {
  const { tagName, properties } = element
  if (tagName === 'math' || ancestors.some(ancestor => ancestor.tagName === 'math')) {
    const { id: _, href: __, ...others } = properties
    return [{ ...element, properties: others }]
  }
  if (hasClass(element, 'note-mark') || hasClass(element, 'citation')) return []
  if (tagName === 'br') return [{ type: 'text', value: ' ' }]
  if (tagName === 'img') return [{ type: 'text', value: String(properties.alt ?? '') }]
  if (hasClass(element, 'smallcaps')) return [{ ...element, properties: { className: ['smallcaps'] } }]
  if (!keptElements.has(tagName)) return element.children
  return textOf(element) === '' ? [] : [{ ...element, properties: {} }]
}
