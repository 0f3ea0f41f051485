/**
 * An equation inside emphasis or a span becomes a part of the paragraph, as it is set between lines:
 *
 *     [$$a = b$$]{#eq:e}     →  the equation, named `eq:e`
 *     *Words $$a = b$$ more* →  emphasis, equation, emphasis
 */
import type { Nodes, PhrasingContent } from 'mdast'
import { labelEquation } from '../tree/attributes.ts'
import { type Branch, isBlank } from '../tree/branches.ts'
import { atPosition, positionOf } from '../tree/position.ts'

type Wrapper = Extract<Nodes, { type: 'emphasis' | 'strong' | 'delete' | 'underline' | 'smallCaps' | 'span' }>

const wrappers: ReadonlySet<string> = new Set<Wrapper['type']>([
  'emphasis',
  'strong',
  'delete',
  'underline',
  'smallCaps',
  'span',
])

export function liftEquations(branch: Branch): void {
  if (!branch.children.some(child => isWrapper(child) && hasEquation(child))) return
  branch.children = branch.children.flatMap((child): Nodes[] =>
    isWrapper(child) && hasEquation(child) ? piecesOf(child) : [child],
  )
}

function isWrapper(node: Nodes): node is Wrapper {
  return wrappers.has(node.type)
}

function hasEquation({ children }: Wrapper): boolean {
  return children.some(child => child.type === 'equation')
}

/** The wrapper in pieces, with the equations between them. */
function piecesOf(wrapper: Wrapper): Nodes[] {
  const { children } = wrapper
  const equation = children.find(child => child.type === 'equation')
  if (wrapper.type === 'span' && equation && children.every(child => child === equation || isBlank(child))) {
    labelEquation(equation, wrapper.attributes)
    return [equation]
  }
  const pieces: Nodes[] = []
  let words: PhrasingContent[] = []
  let isFirst = true
  const close = () => {
    if (words.every(isBlank)) pieces.push(...words)
    else {
      pieces.push({ ...withoutId(wrapper, isFirst), children: words, ...atPosition(positionOf(words)) })
      isFirst = false
    }
    words = []
  }
  for (const child of children) {
    if (child.type !== 'equation') words.push(child)
    else {
      close()
      pieces.push(child)
    }
  }
  close()
  return pieces
}

/** An id belongs to the first piece. */
function withoutId(wrapper: Wrapper, isFirst: boolean): Wrapper {
  if (isFirst || wrapper.type !== 'span') return wrapper
  const { id: _, ...attributes } = wrapper.attributes
  return { ...wrapper, attributes }
}
