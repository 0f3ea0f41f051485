/**
 * A figure:
 *   <figure id class> <div class="panels"> <div class="panel" id> <img> <span class="panel-mark">…
 *   <figcaption> <span class="label">Figure 1:</span> <span class="panel-caption">(a) …</span> …
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Handler, State } from 'mdast-util-to-hast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Caption, Figure, Panel } from '../../mdast.ts'
import { fillPattern } from '../../pattern.ts'
import { floatData } from '../float-data.ts'
import type { Lookup } from '../lookup.ts'
import { askedWidth, naturalWidth, picture } from '../picture.ts'

export function figure({ article, journal }: Lookup): Handler {
  return (state, node: Figure) => {
    const { panels: style, labels } = journal.manifest
    const id = node.data?.id ?? ''
    const target = article.targets.get(id)
    const panels = node.children.filter((child): child is Panel => child.type === 'panel')
    const caption = node.children.find((child): child is Caption => child.type === 'caption')
    const columns = columnsOf(node, panels.length, style.columns)
    const letters = target?.panels?.map(panel => panel.letter) ?? []
    const [first, ...others] = panels
    const only = others.length === 0 ? first : undefined
    const nudges = only ? { ...only.data?.nudges, ...node.data?.nudges } : node.data?.nudges
    const shown = only && article.assets.get(only.url)
    const asked = askedWidth(nudges, shown)
    // Several panels share the width of their place; a picture alone has its own.
    const width = only && !shown ? undefined : (asked ?? naturalWidth(shown))

    const images = panels.map((panel, index) => {
      const letter = letters[index]
      const mark = letter === undefined ? '' : fillPattern(style.mark, { letter })
      return h('div', { className: ['panel'], ...(letter !== undefined && { id: panel.data?.id ?? '' }) }, [
        picture(
          { url: panel.url, nudges: only ? undefined : panel.data?.nudges },
          article,
          alternative(panel, caption),
        ),
        ...(mark === '' ? [] : [h('span', { className: ['panel-mark'] }, mark)]),
      ])
    })
    const label = fillPattern(labels.figure.caption, { number: target?.number })
    const words = captionContent(state, panels, letters, style.label, caption)
    const data = floatData(node.data?.nudges, columns > 2 ? 'page' : 'column')
    // Wider than a column, it goes across the page, unless the author says otherwise.
    const isFree = node.data?.nudges?.span === undefined && asked !== undefined
    const element = h('figure', { id, className: ['figure'], ...data, ...(isFree && { dataWidth: asked }) }, [
      h(
        'div',
        {
          className: ['panels'],
          style: [`--panels: ${columns}`, ...(width === undefined ? [] : [`width: ${width}`])].join('; '),
        },
        images,
      ),
      h('figcaption', [h('span', { className: ['label'] }, label), ' ', ...words]),
    ])
    state.patch(node, element)
    return element
  }
}

/** `layout-ncol` is Quarto's name of the same thing. */
function columnsOf(node: Figure, panels: number, preferred: number): number {
  const asked = Number(node.attributes.values.columns ?? node.attributes.values['layout-ncol'])
  const columns = Number.isInteger(asked) && asked > 0 ? asked : preferred
  return Math.max(1, Math.min(panels, columns))
}

/** "(a) First part. (b) Second part." and then what is common to all. */
function captionContent(
  state: State,
  panels: readonly Panel[],
  letters: readonly string[],
  pattern: string,
  caption: Caption | undefined,
): ElementContent[] {
  const parts = panels.flatMap((panel, index): ElementContent[] => {
    const content = phrasing(state, panel)
    const letter = letters[index]
    if (letter === undefined) return content
    if (content.length === 0) return []
    const label = h('span', { className: ['panel-label'] }, fillPattern(pattern, { letter }))
    const isClosed = /[.!?]\s*$/.test(plainText(panel.children)) || index === panels.length - 1
    const part: Element = h('span', { className: ['panel-caption'] }, [label, ' ', ...content])
    return [part, { type: 'text', value: isClosed ? ' ' : '. ' }]
  })
  return [...parts, ...(caption ? phrasing(state, caption) : [])]
}

function phrasing(state: State, node: Panel | Caption): ElementContent[] {
  return state.all(node)
}

/** What the author wrote for the panel; else nothing, as the caption says it. */
function alternative(panel: Panel, caption: Caption | undefined): string {
  return panel.alt ?? (plainText(panel.children) || (caption ? plainText(caption) : ''))
}
