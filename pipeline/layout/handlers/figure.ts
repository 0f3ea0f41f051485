/**
 * A figure:
 *   <figure id class> <div class="panels"> <div class="panel" id> <span class="panel-mark"> <img> …
 *   <figcaption> <span class="label">Figure 1:</span> <span class="panel-caption">(a) …</span> …
 */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Handler, State } from 'mdast-util-to-hast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Journal } from '../../journal/index.ts'
import type { Article, Target } from '../../model/article.ts'
import { textNode } from '../../model/hast.ts'
import type { Attributes, Caption, ContentPanel, Figure, Nudges, Panel } from '../../model/mdast.ts'
import { plainTextOf } from '../../model/plain-text.ts'
import { fillPattern } from '../../values/pattern.ts'
import { creditLine } from '../credit-line.ts'
import { floatData } from '../float-data.ts'
import type { Lookup } from '../lookup.ts'
import { type PanelGrid, panelGrid, panelShares, widthInPlace } from '../panel-grid.ts'
import { panelRows } from '../panel-rows.ts'
import { askedWidth, naturalWidth, picture } from '../picture.ts'

export function figure({ article, journal }: Lookup): Handler {
  return (state, node: Figure) => {
    const { panels: style } = journal.manifest
    const id = node.data?.id
    const target = article.targets.get(id ?? '')
    const panels = node.children.filter(child => child.type !== 'caption')
    const caption = node.children.find(child => child.type === 'caption')
    const hasContent = panels.some(panel => panel.type === 'contentPanel')
    const grid = gridOf(node.attributes, panels, hasContent ? 1 : style.columns)
    const shares = panelShares(grid, panels.length)
    const letterOf = new Map(target?.panels?.map(panel => [panel.id, panel.letter]))
    const letters = panels.map(panel => letterOf.get(panel.data?.id ?? ''))
    const [first, ...others] = panels
    const only = others.length === 0 && first?.type === 'panel' ? first : undefined
    const nudges = only ? { ...only.data?.nudges, ...node.data?.nudges } : node.data?.nudges
    const shown = only && article.assets.get(only.url)
    const asked = askedWidth(nudges, shown)
    // Several panels share the figure's width; a single picture has its own width.
    const width = only && !shown ? undefined : (asked ?? naturalWidth(shown))

    const images = panels.map((panel, index) => {
      const letter = letters[index]
      const mark = letter === undefined ? '' : fillPattern(style.mark, { letter })
      const properties = {
        className: ['panel', ...(panel.type === 'contentPanel' ? ['panel-content'] : [])],
        ...(letter !== undefined && { id: panel.data?.id ?? '' }),
      }
      const nudges =
        only || panel.type === 'contentPanel' ? undefined : nudgesInPlace(panel, shares[index] ?? 1)
      return h('div', properties, [
        ...(mark === '' ? [] : [h('span', { className: ['panel-mark'] }, mark)]),
        ...(panel.type === 'panel'
          ? [panelPicture(panel, caption, nudges, article)]
          : panelContent(state, panel)),
      ])
    })
    const isNumbered = target !== undefined && target.number !== ''
    const label = captionLabel(node, target, journal)
    const credits = panels.map(panel =>
      panel === only ? [] : creditLine(panel.data?.credit, creditKind([panel]), journal),
    )
    const words = captionContent(state, { panels, letters, credits, pattern: style.label, caption })
    const credit = creditLine(node.data?.credit ?? only?.data?.credit, creditKind(panels), journal)
    const data = floatData(node.data?.nudges, isWide(panels, grid.perRow) ? 'page' : 'column')
    // If the figure is wider than a column, it spans the page, unless the author says otherwise.
    const isFree = node.data?.nudges?.span === undefined && asked !== undefined
    const element = h('figure', { id, className: ['figure'], ...data, ...(isFree && { dataWidth: asked }) }, [
      panelRows(images, grid, node.attributes, width),
      ...(isNumbered || words.length > 0 || credit.length > 0
        ? [
            h('figcaption', [
              ...(isNumbered ? [h('span', { className: ['label'] }, label), textNode(' ')] : []),
              ...words,
              ...credit,
            ]),
          ]
        : []),
    ])
    state.patch(node, element)
    return element
  }
}

/** The label before a caption: "Fig. 1:", with the author's words for floats of the author's own kind. */
function captionLabel({ floatKind }: Figure, target: Target | undefined, { manifest }: Journal): string {
  const { labels } = manifest
  const number = target?.number ?? ''
  const pattern = target?.kind === 'table' ? labels.table.caption : labels.figure.caption
  if (!floatKind) return fillPattern(pattern, { number })
  const end = /\{number\}(.*)$/.exec(pattern)?.[1] ?? ''
  return `${floatKind.caption}${floatKind.isSpaced ? '\u00A0' : ''}${number}${end}`
}

/**
 * True if a figure spans the page because of its panels: three or more are side by side, or two with code,
 * whose lines are long.
 */
function isWide(panels: readonly (Panel | ContentPanel)[], perRow: number): boolean {
  const contents = panels.filter(panel => panel.type === 'contentPanel')
  const inner = contents.map(({ attributes, children }) => gridOf(attributes, children, 1).perRow)
  const most = perRow * Math.max(1, ...inner)
  const hasCode = contents.some(({ children }) => children.some(child => child.type === 'code'))
  return most > (hasCode ? 1 : 2)
}

/** The blocks of a panel, in columns if its attributes ask for them. Its caption is set below the figure. */
function panelContent(state: State, { attributes, children, position }: ContentPanel): ElementContent[] {
  const blocks = children.filter(child => child.type !== 'caption')
  const grid = gridOf(attributes, blocks, 1)
  // `state.all` takes a parent node, so the blocks get one.
  const shown = state.all({ type: 'root', children: blocks, ...(position && { position }) })
  if (grid.perRow === 1 && !grid.rows) return shown
  const cells = shown.filter(({ type }) => type === 'element')
  return [panelRows(cells, grid, attributes)]
}

/** The arrangement of panels or blocks. `preferred`: the number of columns if the author names none. */
function gridOf(
  attributes: Attributes,
  panels: readonly ContentPanel['children'][number][] | readonly (Panel | ContentPanel)[],
  preferred: number,
): PanelGrid {
  const widths = panels.map(panel => (panel.type === 'panel' ? panel.data?.nudges?.width : undefined))
  return panelGrid({ attributes, widths, preferred })
}

/** The wishes of a panel, with its width as one of its place in the row. */
function nudgesInPlace({ data }: Panel, share: number): Nudges | undefined {
  const width = data?.nudges?.width
  return width === undefined ? data?.nudges : { ...data?.nudges, width: widthInPlace(width, share) }
}

interface CaptionParts {
  readonly panels: readonly (Panel | ContentPanel)[]
  /** The letter of each panel, in the order of `panels`. */
  readonly letters: readonly (string | undefined)[]
  /** The credit line of each panel, in the same order. */
  readonly credits: readonly (readonly ElementContent[])[]
  /** How the letter of a panel is written in the caption. */
  readonly pattern: string
  readonly caption: Caption | undefined
}

/**
 * The caption of a figure: its own words, and then the captions of its panels, "Both parts. (a) First part.
 * (b) Second part."
 */
function captionContent(
  state: State,
  { panels, letters, credits, pattern, caption }: CaptionParts,
): ElementContent[] {
  const own = caption ? phrasing(state, caption) : []
  const parts = panels.flatMap((panel, index): ElementContent[][] => {
    const words = panel.type === 'panel' ? panel : panel.children.find(child => child.type === 'caption')
    const content = words ? phrasing(state, words) : []
    const letter = letters[index]
    const credit = credits[index] ?? []
    if (content.length === 0 && credit.length === 0) return []
    const part = letter === undefined ? content : [labelled(content, fillPattern(pattern, { letter }))]
    const isEnd = index === panels.length - 1 && own.length === 0 && credit.length === 0
    return [[...part, ...(isEnd ? [] : fullStop(words)), ...credit]]
  })
  const first = parts.length > 0 && own.length > 0 ? [...own, ...fullStop(caption)] : own
  return [first, ...parts]
    .filter(part => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [textNode(' '), ...part]))
}

/** A full stop after words that end without one. */
function fullStop(words: Panel | Caption | undefined): ElementContent[] {
  const text = plainText(words?.children).trim()
  return text === '' || /[.!?]$/.test(text) ? [] : [textNode('.')]
}

/** The label that a credit has: `credit` for images, `source` if the panels are only tables or code. */
function creditKind(panels: readonly (Panel | ContentPanel)[]): 'credit' | 'source' {
  return panels.some(({ type }) => type === 'panel') ? 'credit' : 'source'
}

function labelled(content: readonly ElementContent[], label: string): Element {
  return h('span', { className: ['panel-caption'] }, [
    h('span', { className: ['panel-label'] }, label),
    ...(content.length > 0 ? [textNode(' '), ...content] : []),
  ])
}

function phrasing(state: State, node: Panel | Caption): ElementContent[] {
  return state.all(node)
}

/** The picture with the text alternative that the author wrote, or else with the words of the caption. */
function panelPicture(
  { url, alt, children }: Panel,
  caption: Caption | undefined,
  nudges: Nudges | undefined,
  article: Article,
): Element {
  if (alt !== undefined) return picture({ url, nudges }, article, alt)
  const words = plainTextOf(children, article) || plainTextOf(caption?.children ?? [], article)
  const element = picture({ url, nudges }, article, words.replaceAll('\n', ' '))
  if (words === '' || !element.data) return element
  return { ...element, data: { ...element.data, hasCaptionAlternative: true } }
}
