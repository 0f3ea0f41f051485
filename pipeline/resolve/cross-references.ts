/**
 * Cross-references → the text that the reader sees, in linked parts: `@fig:x(a,b)` → "Figure 1a" and "b".
 * The words are the journal's labels. A reference that cannot be resolved is printed as written and reported.
 */

import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Journal } from '../journal/index.ts'
import type { ReferencePart, Target } from '../model/article.ts'
import type { CrossReference, CrossReferenceItem, PanelRange } from '../model/mdast.ts'
import { fillPattern } from '../values/pattern.ts'
import { findTarget, targetOf } from './find-target.ts'
import { endsInLabel, labelsOf } from './target-labels.ts'

interface CrossReferenceContext {
  readonly targets: ReadonlyMap<string, Target>
  readonly journal: Journal
  readonly file: VFile
}

interface ReferenceContext extends CrossReferenceContext {
  /** True if the numbers of examples get no brackets: in brackets of the text, and in LaTeX. */
  readonly isBare: boolean
}

/** Gives each cross-reference an id, and returns its text by that id. */
export function resolveCrossReferences(
  tree: Root,
  context: CrossReferenceContext,
): ReadonlyMap<string, readonly ReferencePart[]> {
  const texts = new Map<string, readonly ReferencePart[]>()
  const labelled = new Set<Nodes>()
  visit(tree, 'crossReference', (node, index, parent) => {
    const [other, before] =
      index === undefined ? [] : [parent?.children[index - 2], parent?.children[index - 1]]
    const previous = other?.type === 'crossReference' && labelled.has(other) ? other : undefined
    if (before?.type === 'text' && suppressLabel(node, before.value, previous, context)) labelled.add(node)
    const id = `reference-${texts.size + 1}`
    node.data = { ...node.data, id }
    const isBracketed = before?.type === 'text' && /\($/.test(before.value)
    texts.set(id, referenceText(node, { ...context, isBare: isBracketed || node.source.startsWith('\\') }))
  })
  return texts
}

function referenceText(node: CrossReference, context: ReferenceContext): readonly ReferencePart[] {
  const items = node.items.map(item => ({ item, target: findTarget(item, node, context) }))
  const resolved = items.filter((entry): entry is ResolvedItem => entry.target !== undefined)
  if (resolved.length < items.length) return [{ text: node.source }]
  const [only] = resolved
  if (node.pattern !== undefined && only) return [patternText(node.pattern, only, context)]
  const parts: ReferencePart[] = []
  const groups = byKind(resolved)
  for (const [index, group] of groups.entries()) {
    if (index > 0) parts.push({ text: separator(index, groups.length, context) })
    parts.push(...groupText(group, node.form, context))
  }
  return parts
}

/** Fills the author's pattern: "Section %s" → "Section 2". The title replaces a missing number. */
function patternText(
  pattern: string,
  { target }: ResolvedItem,
  context: CrossReferenceContext,
): ReferencePart {
  const title = target.title || `${labelOf(target, 1, context)}${target.number}` || target.name
  const text = pattern
    .replace(/%s|\{number\}/g, () => target.number || title)
    .replace(/\{name\}/g, () => title)
  return { text, id: target.id }
}

/**
 * Drops the label of a reference if the text before it has one already: "Equation @eq-x", "Fig. @fig-x". In
 * "Figs. @fig-x and @fig-y" one label serves both. `previous`: the reference before this one, if its label is
 * in the text.
 */
function suppressLabel(
  node: CrossReference,
  before: string,
  previous: CrossReference | undefined,
  { targets, journal }: CrossReferenceContext,
): boolean {
  const [first, ...others] = node.items
  const target = first && targetOf(first.id, targets)
  if (!first || !target) return false
  const last = previous?.items.at(-1)
  const sharesLabel =
    last !== undefined &&
    // `\autoref` always prints its label.
    !node.source.startsWith('\\') &&
    /^(?:,|,? and|,? or| to|[-–])\s*$/.test(before) &&
    targetOf(last.id, targets)?.kind === target.kind
  if (!sharesLabel && !endsInLabel(before, labelsOf(target, journal))) return false
  node.items = [{ ...first, isLabelSuppressed: true }, ...others]
  return true
}

interface ResolvedItem {
  readonly item: CrossReferenceItem
  readonly target: Target
}

/**
 * The text of references of one kind, "Figures 1a and 2": the label once, inside the first link, then the
 * numbers.
 */
function groupText(
  group: readonly ResolvedItem[],
  form: CrossReference['form'],
  context: ReferenceContext,
): readonly ReferencePart[] {
  const [first] = group
  if (!first) return []
  const parts: ReferencePart[] = []
  const isPlain = first.item.isLabelSuppressed || form === 'name'
  const label = isPlain ? '' : labelOf(first.target, group.length, context)
  for (const [index, { item, target }] of group.entries()) {
    if (index > 0) parts.push({ text: separator(index, group.length, context) })
    const text = `${index === 0 ? label : ''}${targetText(target, form, context)}`
    parts.push(...panelText(text, item.panels, target, context))
  }
  return parts
}

/**
 * The number or the title of a target. If its title is asked for and missing: label and number, "Figure 1".
 */
function targetText(target: Target, form: CrossReference['form'], context: ReferenceContext): string {
  const { number, kind } = target
  const title = titleOf(target, context)
  // Examples of language are called by their numbers in brackets.
  if (kind === 'place' && number !== '') return context.isBare && form !== 'equation' ? number : `(${number})`
  if (form === 'name') return target.title || `${labelOf(target, 1, context)}${number}` || title
  const pattern = context.journal.manifest.labels.equation.number
  return form === 'equation' && kind === 'equation' ? fillPattern(pattern, { number }) : number || title
}

/** What is printed for a target without a number: its title, else the word for its kind, or its section. */
function titleOf(target: Target, { journal }: CrossReferenceContext): string {
  return target.title || labelsOf(target, journal).reference || target.within || ''
}

/** Adds the panels to the text: "Figure 1" with panels a, c to e → "Figure 1a", " and ", "c-e". */
function panelText(
  text: string,
  panels: readonly PanelRange[],
  target: Target,
  context: CrossReferenceContext,
): readonly ReferencePart[] {
  if (panels.length === 0) return [{ text, id: target.id }]
  return panels.flatMap((panel, index): ReferencePart[] => {
    const end = panel.to === undefined ? '' : `${context.journal.manifest.range}${panel.to}`
    const id = target.panels?.find(({ letter }) => letter === panel.from)?.id ?? target.id
    const part = { text: `${index === 0 ? text : ''}${panel.from}${end}`, id }
    return index === 0 ? [part] : [{ text: separator(index, panels.length, context) }, part]
  })
}

function labelOf(target: Target, count: number, { journal }: CrossReferenceContext): string {
  const label = labelsOf(target, journal)
  // A section or appendix without a number is called by its heading alone.
  if (target.number === '') return ''
  const word = count > 1 || target.isSeveral ? label.plural : label.reference
  return word === '' || target.isJoined ? word : `${word}\u00A0`
}

function separator(index: number, count: number, { journal }: CrossReferenceContext): string {
  return index === count - 1 ? ` ${journal.manifest.labels.and} ` : ', '
}

/** Groups neighbours that are of one kind and have the same label. */
function byKind(items: readonly ResolvedItem[]): readonly (readonly ResolvedItem[])[] {
  const groups: ResolvedItem[][] = []
  for (const item of items) {
    const last = groups.at(-1)
    const { kind, word } = last?.[0]?.target ?? {}
    if (kind === item.target.kind && word === item.target.word) last?.push(item)
    else groups.push([item])
  }
  return groups
}
