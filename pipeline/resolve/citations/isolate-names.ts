/**
 * Names in a citation whose script runs against the article, each in a `<bdi>`: without it a browser would
 * put the year of "المصري (2014)" before the name, and two names in the wrong order.
 */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { textNode } from '../../model/hast.ts'
import { directionOf } from '../../values/language.ts'

const rightToLeft = String.raw`[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]`
const leftToRight = String.raw`(?!${rightToLeft})\p{L}`

/** Words of one direction with spaces, hyphens and the like between them. A comma ends a name. */
function runsOf(letter: string): RegExp {
  const word = String.raw`(?:${letter})(?:${letter}|\p{M}|[’'ـ])*\.?`
  return new RegExp(String.raw`${word}(?:[ \u00a0.-]*${word})*`, 'gu')
}

const rightToLeftRuns = runsOf(rightToLeft)
const leftToRightRuns = runsOf(leftToRight)

/** `language`: that of the article. */
export function isolateNames(content: readonly ElementContent[], language: string): ElementContent[] {
  const runs = directionOf(language) === 'rtl' ? leftToRightRuns : rightToLeftRuns
  return content.flatMap((node): ElementContent[] => {
    if (node.type === 'element') {
      if (node.tagName === 'bdi') return [node]
      return [{ ...node, children: isolateNames(node.children, language) }]
    }
    return node.type === 'text' ? isolated(node.value, runs) : [node]
  })
}

function isolated(text: string, runs: RegExp): ElementContent[] {
  const pieces: ElementContent[] = []
  let from = 0
  for (const { 0: run, index } of text.matchAll(runs)) {
    if (index > from) pieces.push(textNode(text.slice(from, index)))
    pieces.push(h('bdi', run))
    from = index + run.length
  }
  return from === 0
    ? [textNode(text)]
    : [...pieces, ...(from < text.length ? [textNode(text.slice(from))] : [])]
}
