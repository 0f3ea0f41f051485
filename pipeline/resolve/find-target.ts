/**
 * The target that an item of a cross-reference leads to. If the target or the panel does not exist, that is
 * reported with the nearest name. A target with nothing to print is reported, too.
 */
import { closest } from 'fastest-levenshtein'
import type { VFile } from 'vfile'
import type { Target } from '../model/article.ts'
import { report } from '../model/diagnostics.ts'
import type { CrossReference, CrossReferenceItem } from '../model/mdast.ts'
import { elementId } from './element-ids.ts'

/**
 * The target of this id. If no target has exactly this id, differences in capitals are ignored, as MyST's
 * labels do not distinguish capitals.
 */
export function targetOf(id: string, targets: ReadonlyMap<string, Target>): Target | undefined {
  const element = elementId(id)
  const exact = targets.get(element) ?? sectionNamed(id, targets)
  if (exact) return exact
  return Array.from(targets.values()).find(target => target.id.toLowerCase() === element.toLowerCase())
}

/** `sec:methods` may also mean a section whose heading has the id `methods` (pandoc-crossref). */
function sectionNamed(id: string, targets: ReadonlyMap<string, Target>): Target | undefined {
  const name = /^sec[:-](.+)$/.exec(id)?.[1]
  const target = name === undefined ? undefined : targets.get(elementId(name))
  return target?.kind === 'section' || target?.kind === 'appendix' ? target : undefined
}

/** A reference as its author wrote it: `@fig:x`, or the whole LaTeX command. */
function written(id: string, { source }: CrossReference): string {
  return source.startsWith('\\') ? source : `@${id}`
}

/** True for a target for which a reference has nothing to print. */
function isNameless({ kind, number, title }: Target): boolean {
  return (kind === 'place' || kind === 'section') && number === '' && !title
}

/** The target of an item; undefined, and reported, if the target or one of its panels does not exist. */
export function findTarget(
  item: CrossReferenceItem,
  node: CrossReference,
  { targets, file }: { readonly targets: ReadonlyMap<string, Target>; readonly file: VFile },
): Target | undefined {
  const target = targetOf(item.id, targets)
  const place = item.position ?? node.position
  if (!target) {
    const nearest =
      targets.size > 0
        ? closest(
            item.id,
            Array.from(targets.values(), ({ name }) => name),
          )
        : undefined
    report(file, 'reference-unresolved', {
      reason: `Unexpected reference \`${written(item.id, node)}\`, nothing in the article has this id`,
      place,
      ...(nearest !== undefined && { expected: [nearest], note: `The nearest id is \`${nearest}\`.` }),
    })
    return undefined
  }
  if (!node.isPage && isNameless(target)) {
    report(file, 'reference-unnumbered', {
      reason: `Unexpected reference \`${written(item.id, node)}\`, the element with this id has no number or title`,
      place,
      note: `Write a link with words of your own, \`[words](#${item.id})\`, or give the element a title.`,
    })
    return undefined
  }
  const letters = item.panels.flatMap(panel => [panel.from, ...(panel.to === undefined ? [] : [panel.to])])
  const panels = target.panels?.map(panel => panel.letter) ?? []
  const missing = letters.find(letter => !panels.includes(letter))
  if (missing === undefined) return target
  report(file, 'reference-panel', {
    reason: `Unexpected panel \`${missing}\` in the reference \`@${item.id}\``,
    place,
    expected: panels,
    note: panels.length > 0 ? `The figure has the panels ${panels.join(', ')}.` : 'The figure has no panels.',
  })
  return undefined
}
