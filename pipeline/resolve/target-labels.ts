/** The labels of targets in the text: "Fig.", "Figs.", and the author's own words for them. */
import type { Journal } from '../journal/index.ts'
import type { Target } from '../model/article.ts'

interface TargetLabels {
  readonly reference: string
  readonly plural: string
}

export function labelsOf({ kind, word }: Target, { manifest: { labels } }: Journal): TargetLabels {
  switch (kind) {
    case 'figure':
    case 'table':
    case 'listing':
    case 'equation':
    case 'section':
    case 'appendix':
      return word === undefined ? labels[kind] : { reference: word, plural: word }
    case 'place':
    case 'admonition':
      return { reference: word ?? '', plural: word ?? '' }
    default:
      // The plural of an author's own word is not known, so the singular is used.
      return word === undefined ? labels.theorems[kind] : { reference: word, plural: word }
  }
}

/** True if the last word of `text` is the label, a longer form of it or an abbreviation. */
export function endsInLabel(text: string, { reference, plural }: TargetLabels): boolean {
  const [, word = '', stop = ''] = /(\p{L}{2,})(\.?)\s+$/u.exec(text) ?? []
  if (word === '') return false
  return [reference, plural].some(label => {
    const [writtenWord, labelWord] = [word.toLowerCase(), label.toLowerCase()]
    const stem = labelWord.replace(/s?\.$/, '')
    const isLonger = stem !== labelWord && stem.length > 1 && writtenWord.startsWith(stem)
    const isAbbreviation = stop !== '' && labelWord.startsWith(writtenWord.replace(/s$/, ''))
    return writtenWord === labelWord || isLonger || isAbbreviation
  })
}
