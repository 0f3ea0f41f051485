/**
 * Nodes for MyST's syntax. They exist only during parsing: `normalize/` replaces them by nodes for their
 * meaning.
 */
import type { BlockContent, DefinitionContent, Parent, PhrasingContent } from 'mdast'
import type { Literal, Node } from 'unist'
import type { Attributes, Caption } from '../../../model/mdast.ts'

/** A directive, ```` ```{name} argument ```` or `:::{name} argument`, with its options and its body. */
export interface Directive extends Parent {
  type: 'directive'
  name: string
  /** The argument as it is written. If it is text, the first child is a caption with the same text. */
  argument: string
  options: Readonly<Record<string, string>>
  /** The body if it is not Markdown, such as code; else empty. */
  value: string
  /** The whole directive, as written. */
  source: string
  children: (Caption | BlockContent | DefinitionContent)[]
}

/** A role, `` {name}`text` ``. The children are the text as Markdown. */
export interface Role extends Parent {
  type: 'role'
  name: string
  /** The inline options after the name, `{span #id .class}`. */
  attributes: Attributes
  value: string
  source: string
  children: PhrasingContent[]
}

/** `(name)=` on a separate line: a name for the next block, which references can use. */
interface TargetName extends Literal {
  type: 'targetName'
  value: string
}

/** `+++ {"part": "abstract"}`: the beginning of a new block of the page. */
export interface BlockBreak extends Node {
  type: 'blockBreak'
  /** The text after `+++`, as written. */
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
