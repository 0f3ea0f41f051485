/**
 * The title of an article inside a link to it: emphasis, raised and lowered letters and formulas stay; links would nest,
 * notes and citations lead to nothing here, ids would stand twice on the page.
 */
import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { hasClass } from '../../model/hast.ts'
import { rewrite } from '../web/rewrite.ts'
import { withScriptLevels } from '../web/script-levels.ts'
import { entryName, type IssueEntry } from './issue.ts'

const kept: ReadonlySet<string> = new Set(['em', 'strong', 'sub', 'sup', 'u', 'code'])

export function entryTitle(entry: IssueEntry): ElementContent[] {
  const content = rewrite(withScriptLevels(entry.title), linked)
  const isThere = content.some(
    node => node.type === 'element' || ('value' in node && node.value.trim() !== ''),
  )
  return isThere ? content : [{ type: 'text', value: entryName(entry) }]
}

function linked(element: Element, ancestors: readonly Element[]): ElementContent[] {
  const { tagName, properties } = element
  if (tagName === 'math' || ancestors.some(one => one.tagName === 'math')) {
    const { id: _, href: __, ...others } = properties
    return [{ ...element, properties: others }]
  }
  if (hasClass(element, 'note-mark') || hasClass(element, 'citation')) return []
  if (tagName === 'br') return [{ type: 'text', value: ' ' }]
  if (tagName === 'img') return [{ type: 'text', value: String(properties.alt ?? '') }]
  if (hasClass(element, 'smallcaps')) return [{ ...element, properties: { className: ['smallcaps'] } }]
  if (!kept.has(tagName)) return element.children
  return textOf(element) === '' ? [] : [{ ...element, properties: {} }]
}
