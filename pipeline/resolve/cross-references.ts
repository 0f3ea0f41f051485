/**
 * Cross-references → the text that the reader sees, in linked parts: `@fig:x(a,b)` → "Figure 1a" and "b".
 * Words come from the journal's labels. What cannot be resolved keeps its source as text and is reported.
 */

import { closest } from 'fastest-levenshtein'
import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Journal } from '../journal/index.ts'
import type { ReferencePart, Target } from '../model/article.ts'
import { report } from '../model/diagnostics.ts'
import type { CrossReference, CrossReferenceItem, PanelRange } from '../model/mdast.ts'
import { fillPattern } from '../values/pattern.ts'
import { elementId } from './element-ids.ts'

export interface CrossReferenceContext {
  readonly targets: ReadonlyMap<string, Target>
  readonly journal: Journal
  readonly file: VFile
}

export function resolveCrossReferences(
  tree: Root,
  context: CrossReferenceContext,
): ReadonlyMap<string, readonly ReferencePart[]> {
  const texts = new Map<string, readonly ReferencePart[]>()
  const labelled = new Set<Nodes>()
  visit(tree, 'crossReference', (node, index, parent) => {
    const [other, before] =
      index === undefined ? [] : [parent?.children[index - 2], parent?.children[index - 1]]
    const row = other?.type === 'crossReference' && labelled.has(other) ? other : undefined
    if (before?.type === 'text' && suppressLabel(node, before.value, row, context)) labelled.add(node)
    const id = `reference-${texts.size + 1}`
    node.data = { ...node.data, id }
    texts.set(id, textOf(node, context))
  })
  return texts
}

function textOf(node: CrossReference, context: CrossReferenceContext): readonly ReferencePart[] {
  const found = node.items.map(item => ({ item, target: findTarget(item, node, context) }))
  const resolved = found.filter((one): one is Found => one.target !== undefined)
  if (resolved.length < found.length) return [{ text: node.source }]
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

/** "Section %s" → "Section 2"; a target without a number gives its title. */
function patternText(pattern: string, { target }: Found, context: CrossReferenceContext): ReferencePart {
  const title = target.title || `${labelOf(target, 1, context)}${target.number}` || target.name
  const text = pattern
    .replace(/%s|\{number\}/g, () => target.number || title)
    .replace(/\{name\}/g, () => title)
  return { text, id: target.id }
}

/**
 * "Equation @eq-x", "Fig. @fig-x": the author has written the label, or a longer or shorter form of it; so has the
 * author of "Figs. @fig-x and @fig-y". `row`: the reference before, where that has its label from the text.
 */
function suppressLabel(
  node: CrossReference,
  before: string,
  row: CrossReference | undefined,
  { targets, journal }: CrossReferenceContext,
): boolean {
  const [first, ...others] = node.items
  const target = first && targetOf(first.id, targets)
  if (!first || !target) return false
  const last = row?.items.at(-1)
  const isOfRow =
    last !== undefined &&
    // `\autoref` asks for its own.
    !node.source.startsWith('\\') &&
    /^(?:,|,? and|,? or| to|[-–])\s*$/.test(before) &&
    targetOf(last.id, targets)?.kind === target.kind
  if (!isOfRow && !endsInLabel(before, labelsOf(target, journal))) return false
  node.items = [{ ...first, isLabelSuppressed: true }, ...others]
  return true
}

function endsInLabel(text: string, { reference, plural }: ReturnType<typeof labelsOf>): boolean {
  const [, word = '', stop = ''] = /(\p{L}{2,})(\.?)\s+$/u.exec(text) ?? []
  if (word === '') return false
  return [reference, plural].some(label => {
    const [said, own] = [word.toLowerCase(), label.toLowerCase()]
    const stem = own.replace(/s?\.$/, '')
    const isLonger = stem !== own && stem.length > 1 && said.startsWith(stem)
    return said === own || isLonger || (stop !== '' && own.startsWith(said.replace(/s$/, '')))
  })
}

interface Found {
  readonly item: CrossReferenceItem
  readonly target: Target
}

/** "Figures 1a and 2": the label once, then the numbers; the label belongs to the first link. */
function groupText(
  group: readonly Found[],
  form: CrossReference['form'],
  context: CrossReferenceContext,
): readonly ReferencePart[] {
  const [first] = group
  if (!first) return []
  const parts: ReferencePart[] = []
  const isPlain = first.item.isLabelSuppressed || form === 'name'
  const label = isPlain ? '' : labelOf(first.target, group.length, context)
  for (const [index, { item, target }] of group.entries()) {
    if (index > 0) parts.push({ text: separator(index, group.length, context) })
    const text = `${index === 0 ? label : ''}${nameOf(target, form, context)}`
    parts.push(...panelText(text, item.panels, target, context))
  }
  return parts
}

/** Its number, or what it is called. What has neither is named by its kind: "Figure 1". */
function nameOf(target: Target, form: CrossReference['form'], context: CrossReferenceContext): string {
  const { number, title = '', kind } = target
  if (form === 'name') return title || `${labelOf(target, 1, context)}${number}`
  const pattern = context.journal.manifest.labels.equation.number
  return form === 'equation' && kind === 'equation' ? fillPattern(pattern, { number }) : number || title
}

/** "Figure 1" with panels a, c to e → "Figure 1a", " and ", "c-e". */
function panelText(
  text: string,
  panels: readonly PanelRange[],
  target: Target,
  context: CrossReferenceContext,
): readonly ReferencePart[] {
  if (panels.length === 0) return [{ text, id: target.id }]
  return panels.flatMap((panel, index): ReferencePart[] => {
    const end = panel.to === undefined ? '' : `${context.journal.manifest.range}${panel.to}`
    const id = target.panels?.find(one => one.letter === panel.from)?.id ?? target.id
    const part = { text: `${index === 0 ? text : ''}${panel.from}${end}`, id }
    return index === 0 ? [part] : [{ text: separator(index, panels.length, context) }, part]
  })
}

function labelOf(target: Target, count: number, { journal }: CrossReferenceContext): string {
  const label = labelsOf(target, journal)
  // A section or appendix without a number is named by its heading.
  if (target.number === '') return ''
  const word = count > 1 || target.isSeveral ? label.plural : label.reference
  return word === '' ? '' : `${word}\u00A0`
}

function labelsOf(
  { kind, word }: Target,
  { manifest: { labels } }: Journal,
): { readonly reference: string; readonly plural: string } {
  switch (kind) {
    case 'figure':
    case 'table':
    case 'listing':
    case 'equation':
    case 'section':
    case 'appendix':
      return labels[kind]
    case 'admonition':
      return { reference: word ?? '', plural: word ?? '' }
    default:
      // Its plural is not known.
      return word === undefined ? labels.theorems[kind] : { reference: word, plural: word }
  }
}

function separator(index: number, count: number, { journal }: CrossReferenceContext): string {
  return index === count - 1 ? ` ${journal.manifest.labels.and} ` : ', '
}

function byKind(found: readonly Found[]): readonly (readonly Found[])[] {
  const groups: Found[][] = []
  for (const one of found) {
    const last = groups.at(-1)
    const { kind, word } = last?.[0]?.target ?? {}
    if (kind === one.target.kind && word === one.target.word) last?.push(one)
    else groups.push([one])
  }
  return groups
}

/** By its name; where none has it, by its name in other letters, as MyST's labels know no capitals. */
function targetOf(id: string, targets: ReadonlyMap<string, Target>): Target | undefined {
  const own = elementId(id)
  const known = targets.get(own) ?? sectionNamed(id, targets)
  if (known) return known
  return Array.from(targets.values()).find(target => target.id.toLowerCase() === own.toLowerCase())
}

/** `sec:methods` also stands for a section that bears its heading's own id, `methods` (pandoc-crossref). */
function sectionNamed(id: string, targets: ReadonlyMap<string, Target>): Target | undefined {
  const own = /^sec[:-](.+)$/.exec(id)?.[1]
  const target = own === undefined ? undefined : targets.get(elementId(own))
  return target?.kind === 'section' || target?.kind === 'appendix' ? target : undefined
}

/** As its author wrote it: `@fig:x`, or the whole command of LaTeX. */
function written(id: string, { source }: CrossReference): string {
  return source.startsWith('\\') ? source : `@${id}`
}

function findTarget(
  item: CrossReferenceItem,
  node: CrossReference,
  { targets, file }: CrossReferenceContext,
): Target | undefined {
  const target = targetOf(item.id, targets)
  const place = item.position ?? node.position
  if (!target) {
    const nearest =
      targets.size > 0
        ? closest(
            item.id,
            Array.from(targets.values(), one => one.name),
          )
        : undefined
    report(file, 'reference-unresolved', {
      reason: `Unexpected reference \`${written(item.id, node)}\`, nothing in the article has this id`,
      place,
      ...(nearest !== undefined && { expected: [nearest], note: `The nearest id is \`${nearest}\`.` }),
    })
    return undefined
  }
  const letters = item.panels.flatMap(panel => [panel.from, ...(panel.to === undefined ? [] : [panel.to])])
  const known = target.panels?.map(panel => panel.letter) ?? []
  const missing = letters.find(letter => !known.includes(letter))
  if (missing === undefined) return target
  report(file, 'reference-panel', {
    reason: `Unexpected panel \`${missing}\` in the reference \`@${item.id}\``,
    place,
    expected: known,
    note: known.length > 0 ? `The figure has the panels ${known.join(', ')}.` : 'The figure has no panels.',
  })
  return undefined
}
