/**
 * Nodes of MyST's syntax as the parser finds them, before `normalize/` makes of them what they mean. None is
 * left after parsing.
 */
import type { BlockContent, DefinitionContent, Parent, PhrasingContent } from 'mdast'
import type { Literal, Node } from 'unist'
import type { Caption } from '../../../model/mdast.ts'

/** ```` ```{name} argument ```` or `:::{name} argument`, with its options and its body. */
export interface Directive extends Parent {
  type: 'directive'
  name: string
  /** As written; where it is text it is also the first child, a caption. */
  argument: string
  options: Readonly<Record<string, string>>
  /** The body, where it is no Markdown. */
  value: string
  /** All of it, as it stands in the manuscript. */
  source: string
  children: (Caption | BlockContent | DefinitionContent)[]
}

/** `` {name}`text` ``; the children are the text as Markdown. */
export interface Role extends Parent {
  type: 'role'
  name: string
  value: string
  source: string
  children: PhrasingContent[]
}

/** `(name)=` on a line of its own: the name of what follows. */
interface TargetName extends Literal {
  type: 'targetName'
  value: string
}

/** `+++ {"part": "abstract"}`: a new block of the page. */
export interface BlockBreak extends Node {
  type: 'blockBreak'
  /** What follows the marks, as written. */
  meta: string
}

declare module 'mdast' {
  interface RootContentMap {
    directive: Directive
    role: Role
    targetName: TargetName
    blockBreak: BlockBreak
  }
  interface PhrasingContentMap {
    role: Role
  }
  interface BlockContentMap {
    directive: Directive
    targetName: TargetName
    blockBreak: BlockBreak
  }
}
