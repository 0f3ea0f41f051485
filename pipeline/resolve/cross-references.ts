/**
 * Cross-references → the text that the reader sees, in linked parts: `@fig:x(a,b)` → "Figure 1a" and "b".
 * The words are the journal's labels. A reference that cannot be resolved is printed as written and reported.
 */

import type { Nodes, Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Journal } from '../journal/index.ts'
import type { ReferencePart, Target } from '../model/article.ts'
import type { CrossReference, CrossReferenceItem, PanelRange } from '../model/mdast.ts'
import { visit } from '../model/visit.ts'
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
  const [only] = resolved
  if (!only) return [{ text: node.source }]
  if (node.pattern !== undefined) return [patternText(node.pattern, only, context)]
  const groups = byKind(resolved).map(group => groupText(group, node, context))
  const unknown = items.flatMap(({ item, target }) => (target ? [] : [[unknownPart(item)]]))
  return joinedParts([...groups, ...unknown], context)
}

function unknownPart({ id }: CrossReferenceItem): ReferencePart {
  return { text: `@${id}`, isUnknown: true }
}

/** Joins texts: "Figure 1", "Table 2" → "Figure 1 and Table 2". */
function joinedParts(
  texts: readonly (readonly ReferencePart[])[],
  context: CrossReferenceContext,
): readonly ReferencePart[] {
  return texts.flatMap((parts, index) =>
    index === 0 ? parts : [{ text: separator(index, texts.length, context) }, ...parts],
  )
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
    isBetweenNumbers(before, journal.manifest.labels.and) &&
    targetOf(last.id, targets)?.kind === target.kind
  if (!sharesLabel && !endsInLabel(before, labelsOf(target, journal))) return false
  node.items = [{ ...first, isLabelSuppressed: true }, ...others]
  return true
}

/** True for what stands between two numbers with one label: "Figs. @a, @b and @c", "Figures @a & @b". */
function isBetweenNumbers(text: string, and: string): boolean {
  const words = text.trim().replace(/^,\s*(?=\S)/, '')
  return words === and || /^(?:[,&/–-]|and|or|to|through|as well as|versus|vs\.?)$/.test(words)
}

interface ResolvedItem {
  readonly item: CrossReferenceItem
  readonly target: Target
}

/**
 * The text of references of one kind, "Figures 1a and 2": the label once, inside the first link, then the
 * numbers in the order of the targets. Three or more numbers in a row are a range: "Figures 1–3".
 */
function groupText(
  group: readonly ResolvedItem[],
  { form, isPage, isRange }: CrossReference,
  context: ReferenceContext,
): readonly ReferencePart[] {
  const [first] = group
  if (!first) return []
  const isPlain = first.item.isLabelSuppressed || form === 'name'
  const label = isPlain ? '' : labelOf(first.target, group.length, context)
  const isSorted = form !== 'name' && !isPage && group.every(({ item }) => item.panels.length === 0)
  const ordered = isSorted ? inOrder(group, context.targets) : group
  const runs = isRange ? [ordered] : isSorted ? runsOf(ordered) : group.map(entry => [entry])
  const { range } = context.journal.manifest
  const texts = runs.map((run, index): readonly ReferencePart[] => {
    const numbers = run.map(({ item, target }, at) => {
      const text = `${index === 0 && at === 0 ? label : ''}${targetText(target, form, context)}`
      return panelText(text, item.panels, target, context)
    })
    const [begin = [], end = []] = [numbers[0], numbers.at(-1)]
    return run.length === 1 ? begin : [...begin, { text: range }, ...end]
  })
  return joinedParts(texts, context)
}

/** The references in the order in which their targets are in the article. */
function inOrder(
  group: readonly ResolvedItem[],
  targets: CrossReferenceContext['targets'],
): readonly ResolvedItem[] {
  if (group.length < 2) return group
  const ids = [...targets.keys()]
  return group.toSorted((a, b) => ids.indexOf(a.target.id) - ids.indexOf(b.target.id))
}

/** Divides references at gaps between their numbers. Two numbers in a row are not a run: "1 and 2". */
function runsOf(group: readonly ResolvedItem[]): readonly (readonly ResolvedItem[])[] {
  const runs: ResolvedItem[][] = []
  for (const entry of group) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && follows(entry.target, last.target)) run.push(entry)
    else runs.push([entry])
  }
  return runs.flatMap(run => (run.length < 3 ? run.map(entry => [entry]) : [run]))
}

/** True for the number after another: 3 after 2, 1.3 after 1.2, S3 after S2, IV after III. */
function follows({ number }: Target, { number: before, follower }: Target): boolean {
  if (follower !== undefined) return number === follower
  const [, head, last] = /^(.*?)(\d+)$/.exec(number) ?? []
  const [, headBefore, lastBefore] = /^(.*?)(\d+)$/.exec(before) ?? []
  return last !== undefined && head === headBefore && Number(last) === Number(lastBefore) + 1
}

/**
 * The number of a target, else its title, else what it is: "Proof". If its title is asked for and missing:
 * label and number, "Figure 1".
 */
function targetText(target: Target, form: CrossReference['form'], context: ReferenceContext): string {
  const { number, kind } = target
  const title = titleOf(target, context)
  // Examples of language are called by their numbers in brackets.
  if (kind === 'place' && number !== '') return context.isBare && form !== 'equation' ? number : `(${number})`
  if (form === 'name') return target.title || `${labelOf(target, 1, context)}${number}` || title
  // Without a word before it, the number of an equation is in its brackets.
  const isInBrackets = form === 'equation' || labelsOf(target, context.journal).reference === ''
  const pattern = context.journal.manifest.labels.equation.number
  if (isInBrackets && kind === 'equation') return fillPattern(pattern, { number })
  return number || title || labelsOf(target, context.journal).reference
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
