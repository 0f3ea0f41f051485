/**
 * Formulas in bold text, such as headings, get the bold letters of Unicode:
 *   <h2> … <mi>x</mi>  →  <mi>𝒙</mi>
 */
import type { Element, ElementContent } from 'hast'
import type { Journal } from '../../journal/index.ts'
import { boldText } from '../../values/bold-letters.ts'
import { rewrite } from './rewrite.ts'

const headings = /^h[1-6]$/
const tokens = /^m(?:i|n|text)$/

export function withBoldFormulas({ css }: Journal): (content: readonly ElementContent[]) => ElementContent[] {
  // Cells are bold in heads of tables only.
  const bold = new Set(['strong', 'b', 'thead', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].filter(isBoldIn(css.web)))
  return content =>
    rewrite(content, (element, ancestors) => {
      const isBold =
        tokens.test(element.tagName) &&
        ancestors.some(({ tagName }) => tagName === 'math') &&
        ancestors.some(({ tagName }) => bold.has(tagName))
      return [isBold ? withBoldText(element) : element]
    })
}

/** Whether an element is bold by the rules for it alone. The title of the article has a class. */
function isBoldIn(sheet: string): (tagName: string) => boolean {
  const rules = Array.from(sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g), ([, selectors = '', body = '']) => ({
    selectors: selectors
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .split(',')
      .map(selector => selector.trim()),
    weight: /font-weight:\s*(\w+)/.exec(body)?.[1],
  }))
  return tagName => {
    const names = tagName === 'h1' ? ['h1', '.title'] : [tagName]
    const weight = rules.findLast(
      rule => rule.weight !== undefined && rule.selectors.some(selector => names.includes(selector)),
    )?.weight
    if (weight === undefined) return headings.test(tagName) || /^(?:strong|b|thead)$/.test(tagName)
    return /^bold/.test(weight) || Number(weight) >= 600
  }
}

function withBoldText(token: Element): Element {
  const [text] = token.children
  if (text?.type !== 'text' || token.children.length > 1) return token
  const isItalic =
    token.tagName === 'mi' && Array.from(text.value).length === 1 && token.properties.mathvariant !== 'normal'
  return { ...token, children: [{ ...text, value: boldText(text.value, isItalic) }] }
}
