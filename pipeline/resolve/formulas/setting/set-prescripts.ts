/**
 * Scripts before a base, `<mmultiscripts>`: `\prescript{14}{6}{C}`, `\sideset`. They are the scripts of an
 * empty box as high as the base, and end at the base.
 */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { type Box, inEm, kern, type Setter } from './box.ts'
import { type Style, subscriptStyle, superscriptStyle } from './style.ts'

export function setPrescripts(element: Element, style: Style, setter: Setter): Box {
  const parts = element.children.filter(child => child.type === 'element')
  const middle = parts.findIndex(({ tagName }) => tagName === 'mprescripts')
  const [base = h('mrow'), ...after] = middle < 0 ? parts : parts.slice(0, middle)
  const before = middle < 0 ? [] : parts.slice(middle + 1)
  const nucleus = withScripts(base, after)
  if (before.length === 0) return setter.set(nucleus, style)
  const { atom, height, depth } = setter.set(base, style)
  const strut = h('mpadded', { width: '0em', height: inEm(height, style), depth: inEm(depth, style) })
  const row = h('mrow', [withScripts(strut, alignedRight(before, style, setter)), nucleus])
  return { ...setter.setRow(row, style), atom }
}

/** The base with its subscript and its superscript, either of which may be empty. */
function withScripts(base: Element, [sub, sup]: readonly Element[]): Element {
  const [hasSub, hasSup] = [isScript(sub), isScript(sup)]
  if (hasSub && hasSup) return h('msubsup', [base, sub ?? '', sup ?? ''])
  return hasSub ? h('msub', [base, sub ?? '']) : hasSup ? h('msup', [base, sup ?? '']) : base
}

function isScript(script: Element | undefined): boolean {
  return script !== undefined && script.tagName !== 'none' && script.tagName !== 'mprescripts'
}

function alignedRight([sub, sup]: readonly Element[], style: Style, setter: Setter): Element[] {
  if (!(sub && sup && isScript(sub) && isScript(sup)))
    return [sub, sup].filter(script => script !== undefined)
  const styles = [subscriptStyle(style), superscriptStyle(style)] as const
  const missing = setter.set(sup, styles[1]).width - setter.set(sub, styles[0]).width
  const moved = (script: Element, by: number, to: Style) =>
    by > 0 ? h('mrow', [kern(by, to), script]) : script
  return [moved(sub, missing, styles[0]), moved(sup, -missing, styles[1])]
}
