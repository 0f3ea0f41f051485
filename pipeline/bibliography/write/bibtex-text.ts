/**
 * Text of a CSL item → text of a BibTeX field, in UTF-8:
 *
 *     The role of <i>E. coli</i> & DNA   →   The role of \emph{E. coli} \& {DNA}
 *
 * The tags are those that CSL-JSON may hold in its texts (CSL 1.0.2, "Rich text"): i, b, sup, sub, span.
 */

const commands: readonly (readonly [RegExp, string])[] = [
  [/^<i>$/, String.raw`\emph{`],
  [/^<b>$/, String.raw`\textbf{`],
  [/^<sup>$/, String.raw`\textsuperscript{`],
  [/^<sub>$/, String.raw`\textsubscript{`],
  [/^<span style="font-variant: ?small-caps;">$/, String.raw`\textsc{`],
  [/^<span class="nocase">$/, '{'],
]

/** What TeX takes for something else. Braces have names: an odd one would end the field. */
const escapes: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
  '\u00A0': '~',
}

/** `words`: what to do with the words of the text, once they are TeX. */
export function bibtexText(text: string, words: (plain: string) => string = plain => plain): string {
  const pieces = text.split(/(<\/?(?:i|b|sup|sub|span)(?: [^>]*)?>)/)
  const open: string[] = []
  const made = pieces.map((piece, index) => {
    if (index % 2 === 0) return words(escapeTex(piece))
    if (piece.startsWith('</')) {
      return open.pop() === piece.slice(2, -1) ? '}' : undefined
    }
    open.push(/^<(\w+)/.exec(piece)?.[1] ?? '')
    return commands.find(([tag]) => tag.test(piece))?.[1]
  })
  // Tags without partners are no tags.
  return open.length > 0 || made.includes(undefined) ? words(escapeTex(text)) : made.join('')
}

/**
 * Braces round the words of a title whose capitals a style must not change: those with a capital inside
 * (`{DNA}`, `{mRNA}`), and in a title in sentence case each word with a capital (`in {London}`), except where
 * a sentence begins.
 */
export function bibtexTitle(title: string): string {
  if (!/\p{Ll}/u.test(title)) return bibtexText(title)
  const isSentence = isSentenceCase(title)
  let isFirst = true
  return bibtexText(title, tex =>
    tex.replace(
      /\\[a-z]+\{\}|\\.|([\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*)|[.:?!]\s/gu,
      (match, word?: string) => {
        if (word === undefined) {
          if (/^[.:?!]\s/.test(match)) isFirst = true
          return match
        }
        const isName = isSentence && !isFirst && /^\p{Lu}/u.test(word)
        isFirst = false
        return isName || /.\p{Lu}/u.test(word) ? `{${word}}` : word
      },
    ),
  )
}

/** Whether not more than half of the words that a headline would give a capital have one. */
function isSentenceCase(title: string): boolean {
  const words = title.replace(/<[^>]*>/g, '').match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.slice(1).filter(word => /^\p{L}\p{Ll}{3,}$/u.test(word))
  return telling.filter(word => /^\p{Lu}/u.test(word)).length * 2 <= telling.length
}

function escapeTex(text: string): string {
  return (
    text
      .replace(/[\\{}~^\u00A0]/g, character => escapes[character] ?? character)
      .replace(/[&%$#_]/g, String.raw`\$&`)
      // Signs that TeX joins.
      .replace(/--+|''+|``+/g, run => [...run].join('{}'))
  )
}
