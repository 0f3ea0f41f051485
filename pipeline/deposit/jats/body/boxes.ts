/** Boxes beside the argument (`boxed-text`), and theorems and the like (`statement`). */
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Admonition, Caption, Theorem } from '../../../model/mdast.ts'
import { plainTextOf } from '../../../model/plain-text.ts'
import { fillPattern } from '../../../values/pattern.ts'
import { text } from '../text.ts'
import type { Content, Writer } from '../writer.ts'
import { asParagraphs } from './as-paragraphs.ts'

export function admonition(node: Admonition, writer: Writer): Element {
  const { article, journal, ids } = writer
  const caption = node.children.find((child): child is Caption => child.type === 'caption')
  const id = ids.of(node.data?.id)?.id
  const target = article.targets.get(node.data?.id ?? '')
  const pattern = journal.manifest.labels.admonitions[node.kind]
  const word = fillPattern(pattern, { title: undefined }).replace(/[.:]\s*$/, '')
  const isNumbered = target?.kind === 'admonition' && target.word !== undefined && word.includes(target.word)
  const number = isNumbered ? target.number : ''
  const title = caption ? writer.title(caption.children) : []
  const head: Content[] = [
    ...(word === '' ? [] : [text(number === '' ? word : `${word} ${number}`)]),
    ...(word !== '' && title.length > 0 ? [text(': ')] : []),
    ...title,
  ]
  return x('boxed-text', { 'content-type': node.kind, ...(id !== undefined && { id }) }, [
    ...(head.length > 0 ? [x('caption', [x('title', head)])] : []),
    ...writer.blocks(node.children.filter(child => child.type !== 'caption')),
  ])
}

export function statement(node: Theorem, writer: Writer): Element {
  const { article, journal, ids } = writer
  const caption = node.children.find((child): child is Caption => child.type === 'caption')
  const id = ids.of(node.data?.id)?.id
  const number = article.targets.get(node.data?.id ?? '')?.number ?? ''
  const word = node.word ?? journal.manifest.labels.theorems[node.kind].reference
  const title = caption ? writer.title(caption.children) : []
  const inner = writer.blocks(node.children.filter(child => child.type !== 'caption'))
  const content = asParagraphs(inner, ['p', 'statement'])
  return x('statement', { 'content-type': node.kind, ...(id !== undefined && { id }) }, [
    ...(number === '' && namesKind(caption, word, writer)
      ? []
      : [x('label', number === '' ? word : `${word} ${number}`)]),
    ...(title.length > 0 ? [x('title', title)] : []),
    ...(content.length > 0 ? content : [x('p')]),
  ])
}

/** True for a title that says the kind itself, "Proof of Theorem 2", so that no label is needed. */
function namesKind(caption: Caption | undefined, word: string, { article }: Writer): boolean {
  const title = plainTextOf(caption?.children ?? [], article).toLowerCase()
  return title.split(/[^\p{L}\p{M}]+/u).includes(word.toLowerCase())
}
