/**
 * Figures: `fig` with its picture, or `fig-group` with a `fig` for each panel. A listing is a `boxed-text`,
 * because it has no picture.
 */
import type { Nodes } from 'mdast'
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Caption, ContentPanel, Credit, Figure, Listing, Panel } from '../../../model/mdast.ts'
import { fillPattern } from '../../../values/pattern.ts'
import type { Content, Writer } from '../writer.ts'
import { altText } from './alt-text.ts'
import { asParagraphs } from './as-paragraphs.ts'
import { codeOf } from './code.ts'

export function figure(node: Figure, writer: Writer): Element {
  const { article, ids, journal } = writer
  const panels = node.children.filter((child): child is Panel | ContentPanel => child.type !== 'caption')
  const caption = node.children.find((child): child is Caption => child.type === 'caption')
  const id = ids.of(node.data?.id)?.id
  const label = figureLabel(node, writer)
  const head = { attributes: id === undefined ? {} : { id }, label }
  const letters = new Map(
    article.targets.get(node.data?.id ?? '')?.panels?.map(panel => [panel.id, panel.letter]),
  )
  const parts = panels.map((panel): Part => {
    const letter = letters.get(panel.data?.id ?? '')
    return {
      panel,
      words: captionOf(panel),
      id: letter === undefined ? undefined : ids.of(panel.data?.id)?.id,
      label: letter === undefined ? '' : fillPattern(journal.manifest.panels.label, { letter }),
    }
  })
  const isDivided = parts.filter(part => part.label !== '' || part.words.length > 0).length > 1
  if (!isDivided || journal.manifest.jats.panels === 'one') return wholeFigure(node, head, parts, writer)
  const hasOnlyPictures = panels.every(panel => isPicture(panel, writer))
  return x(hasOnlyPictures ? 'fig-group' : 'boxed-text', head.attributes, [
    ...labelled(label),
    ...captionWith(caption?.children ?? [], writer),
    ...parts.map(part => partFigure(part, writer)),
    ...(hasOnlyPictures ? [] : permissionsOf(node.data?.credit)),
  ])
}

/** A panel of a figure, with what its caption says. */
interface Part {
  readonly panel: Panel | ContentPanel
  readonly words: readonly Nodes[]
  readonly id: string | undefined
  /** "(a)"; empty if the panel has no letter. */
  readonly label: string
}

interface FigureHead {
  readonly attributes: { readonly id?: string }
  readonly label: string
}

/** All pictures in one `fig`. The captions of panels follow that of the figure. */
function wholeFigure(node: Figure, head: FigureHead, parts: readonly Part[], writer: Writer): Element {
  const caption = node.children.find((child): child is Caption => child.type === 'caption')
  const own = caption ? [writer.phrases(caption.children)] : []
  const others = parts.flatMap(({ words, label }) => {
    const content = writer.phrases(words)
    if (content.length === 0) return []
    return [label === '' ? content : [{ type: 'text' as const, value: `${label} ` }, ...content]]
  })
  const paragraphs = [...own, ...others].filter(content => content.length > 0)
  const credits = [node.data?.credit, ...parts.map(({ panel }) => panel.data?.credit)]
  const name = parts.some(({ panel }) => isPicture(panel, writer)) ? 'fig' : 'boxed-text'
  return x(name, head.attributes, [
    ...labelled(head.label),
    ...(paragraphs.length === 0
      ? []
      : [
          x(
            'caption',
            paragraphs.map(content => x('p', content)),
          ),
        ]),
    ...parts.flatMap(({ panel, label }) => panelContent(panel, [head.label, label].join(''), writer)),
    ...credits.flatMap(permissionsOf),
  ])
}

function partFigure({ panel, words, id, label }: Part, writer: Writer): Element {
  return x(isPicture(panel, writer) ? 'fig' : 'boxed-text', id === undefined ? {} : { id }, [
    ...labelled(label),
    ...captionWith(words, writer),
    ...panelContent(panel, label, writer),
    ...permissionsOf(panel.data?.credit),
  ])
}

/** False for code or a table in a panel, and for a picture whose file is missing. */
function isPicture(panel: Panel | ContentPanel, { graphics }: Writer): boolean {
  return panel.type === 'panel' && graphics.nameOf(panel.url) !== undefined
}

export function listing(node: Listing, writer: Writer): Element {
  const { article, ids, journal } = writer
  const number = article.targets.get(node.data?.id ?? '')?.number || undefined
  const id = ids.of(node.data?.id)?.id
  const [caption, code] = node.children
  const label = number === undefined ? '' : fillPattern(journal.manifest.labels.listing.caption, { number })
  return x('boxed-text', { 'content-type': 'listing', ...(id !== undefined && { id }) }, [
    ...labelled(withoutStop(label)),
    ...captionWith(caption.children, writer),
    codeOf(code),
    ...permissionsOf(node.data?.credit),
  ])
}

/** "Figure 1", with the author's words for floats of the author's own kind; empty without a number. */
function figureLabel({ floatKind, data }: Figure, { article, journal }: Writer): string {
  const target = article.targets.get(data?.id ?? '')
  const number = target?.number ?? ''
  if (number === '') return ''
  const { labels } = journal.manifest
  if (floatKind) return `${floatKind.caption}${floatKind.isSpaced ? '\u00A0' : ''}${number}`
  const pattern = target?.kind === 'table' ? labels.table.caption : labels.figure.caption
  return withoutStop(fillPattern(pattern, { number }))
}

/** "Fig. 1:" → "Fig. 1": the punctuation belongs to the page. */
export function withoutStop(label: string): string {
  return label.replace(/[.:\s]+$/, '')
}

export function labelled(label: string): Element[] {
  return label === '' ? [] : [x('label', label)]
}

export function captionWith(words: readonly Nodes[], writer: Writer): Element[] {
  const content = writer.phrases(words)
  return content.length === 0 ? [] : [x('caption', [x('p', content)])]
}

function captionOf(panel: Panel | ContentPanel): readonly Nodes[] {
  if (panel.type === 'panel') return panel.children
  return panel.children.find((child): child is Caption => child.type === 'caption')?.children ?? []
}

function panelContent(panel: Panel | ContentPanel, label: string, writer: Writer): Element[] {
  if (panel.type === 'contentPanel') {
    const content = writer.blocks(panel.children.filter(child => child.type !== 'caption'))
    return asParagraphs(content, allowedInFigure)
  }
  const name = writer.graphics.nameOf(panel.url)
  if (name === undefined) return [x('p', `Missing image: ${panel.url}`)]
  const isDescribed = panel.alt !== undefined || !writer.isPlain
  return [x('graphic', { 'xlink:href': name }, isDescribed ? [altText(panel.alt, label)] : [])]
}

const allowedInFigure: readonly string[] = [
  'p',
  'code',
  'preformat',
  'disp-formula',
  'list',
  'def-list',
  'disp-quote',
  'statement',
  'table-wrap',
]

/** The maker and the licence of a picture, a table or code. */
export function permissionsOf(credit: Credit | undefined): Element[] {
  if (!credit) return []
  const { text, license } = credit
  const name = license?.text ?? license?.id
  const terms: Content[] = name === undefined ? [] : [{ type: 'text', value: name }]
  return [
    ...(text === undefined ? [] : [x('attrib', text)]),
    ...(license?.url === undefined && terms.length === 0
      ? []
      : [
          x('permissions', [
            x('license', license?.url === undefined ? {} : { 'xlink:href': license.url }, [
              x('license-p', terms.length > 0 ? terms : license?.url),
            ]),
          ]),
        ]),
  ]
}
