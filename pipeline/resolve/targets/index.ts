/**
 * Numbers and ids of everything that a cross-reference can point to: sections, figures, panels, tables,
 * equations, listings, theorems, boxes and places in the text.
 */
import { visit } from 'unist-util-visit'
import type { Target } from '../../model/article.ts'
import type { Div } from '../../model/mdast.ts'
import { AdmonitionTargets } from './admonition.ts'
import { EquationTargets } from './equation.ts'
import { FigureTargets } from './figure.ts'
import { HeadingTargets } from './heading.ts'
import { ListingTargets } from './listing.ts'
import { addPlace } from './place.ts'
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
  const figures = new FigureTargets(register)
  const tables = new TableTargets(register)
  const equations = new EquationTargets(register)
  const listings = new ListingTargets(register)
  const theorems = new TheoremTargets(register)
  const admonitions = new AdmonitionTargets(register)
  visit(body, node => {
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
      case 'admonition':
        return admonitions.add(node)
      case 'div':
        tables.noteGroup(node)
        return addPlace(node, node.attributes.id, register)
      case 'span':
        return addPlace(node, node.attributes.id, register)
      default:
        return undefined
    }
  })
  tables.addGroups()
  equations.addGroups()
  return register.targets
}
