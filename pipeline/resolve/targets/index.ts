/**
 * Numbers and ids of everything that a cross-reference can point to: sections, figures, panels, tables,
 * equations, listings, theorems, boxes and places in the text.
 */

import type { Target } from '../../model/article.ts'
import type { Div } from '../../model/mdast.ts'
import { visit } from '../../model/visit.ts'
import { AdmonitionTargets } from './admonition.ts'
import { EquationTargets } from './equation.ts'
import { FigureTargets } from './figure.ts'
import { GlossTargets } from './gloss-example.ts'
import { HeadingTargets } from './heading.ts'
import { ListingTargets } from './listing.ts'
import { PlaceTargets } from './place.ts'
import { referredIds } from './referred-ids.ts'
import { TableTargets } from './table.ts'
import { type TargetContext, TargetRegister } from './target-register.ts'
import { TheoremTargets } from './theorem.ts'

/**
 * Writes an id into each node that a cross-reference can point to. Returns the targets by id; further labels
 * of a node have entries too.
 */
export function resolveTargets(body: Div, context: TargetContext): ReadonlyMap<string, Target> {
  const register = new TargetRegister(context)
  const headings = new HeadingTargets(register, body)
  const tables = new TableTargets(register)
  const figures = new FigureTargets(register, tables.series, referredIds(body))
  const equations = new EquationTargets(register)
  const listings = new ListingTargets(register)
  const theorems = new TheoremTargets(register)
  const places = new PlaceTargets(register)
  const examples = new GlossTargets(register)
  const admonitions = new AdmonitionTargets(register, places)
  visit(body, (node, _index, parent) => {
    switch (node.type) {
      case 'heading':
        return headings.add(node)
      case 'figure':
        return figures.add(node)
      case 'captionedTable':
        return tables.add(node)
      case 'equation':
        return equations.add(node)
      case 'listing':
        return listings.add(node)
      case 'theorem':
        return theorems.add(node)
      case 'glossExample':
        return examples.add(node)
      case 'admonition':
        return admonitions.add(node)
      case 'div':
        tables.noteGroup(node)
        return places.addDiv(node)
      case 'image':
        return places.add(node, node.data?.attributes?.id, '')
      case 'span':
        return places.addSpan(node, parent)
      default:
        return undefined
    }
  })
  tables.addGroups()
  equations.addGroups()
  theorems.addBareNames()
  places.addContents()
  return register.targets
}
