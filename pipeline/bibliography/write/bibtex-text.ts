/**
 * Text of a CSL item → text of a BibTeX field, in UTF-8:
 *
 *     The role of <i>E. coli</i> & DNA   →   The role of \emph{E. coli} \& {DNA}
 *
 * It reads the tags that CSL-JSON allows in its texts (CSL 1.0.2, "Rich text"): i, b, sup, sub, span.
 */

const commands: readonly (readonly [RegExp, string])[] = [
  [/^<i>$/, String.raw`\emph{`],
  [/^<b>$/, String.raw`\textbf{`],
  [/^<sup>$/, String.raw`\textsuperscript{`],
  [/^<sub>$/, String.raw`\textsubscript{`],
  [/^<span style="font-variant: ?small-caps;">$/, String.raw`\textsc{`],
  [/^<span class="nocase">$/, '{'],
]

/**
 * Characters with a meaning in TeX → commands that print them. For a brace, `\{` would not be enough: BibTeX
 * counts braces, and an unbalanced one would end the field.
 */
const escapes: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
  '\u00A0': '~',
}

/**
 * Writes a text of CSL-JSON as BibTeX. `words` is applied to each run of text between tags, after its
 * characters are escaped for TeX.
 */
export function bibtexText(text: string, words: (plain: string) => string = plain => plain): string {
  const pieces = text.split(/(<\/?(?:i|b|sup|sub|span)(?: [^>]*)?>)/)
  const open: string[] = []
  const translated = pieces.map((piece, index) => {
    if (index % 2 === 0) return words(escapeTex(piece))
    if (piece.startsWith('</')) {
      return open.pop() === piece.slice(2, -1) ? '}' : undefined
    }
    open.push(/^<(\w+)/.exec(piece)?.[1] ?? '')
    return commands.find(([tag]) => tag.test(piece))?.[1]
  })
  // If a tag has no partner, nothing in the text counts as a tag.
  const isBalanced = open.length === 0 && !translated.includes(undefined)
  return isBalanced ? translated.join('') : words(escapeTex(text))
}

/**
 * Puts braces around the words of a title whose capitals a style must not change. Such a word contains a
 * capital after its first letter (`{DNA}`, `{mRNA}`). In a title in sentence case, a word that begins with a
 * capital (`in {London}`) is protected too, unless it begins a sentence.
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

/** True if at most half of the longer words after the first begin with a capital. */
function isSentenceCase(title: string): boolean {
  const words = title.replace(/<[^>]*>/g, '').match(/[\p{L}\p{N}]+/gu) ?? []
  const longWords = words.slice(1).filter(word => /^\p{L}\p{Ll}{3,}$/u.test(word))
  return longWords.filter(word => /^\p{Lu}/u.test(word)).length * 2 <= longWords.length
}

function escapeTex(text: string): string {
  return (
    text
      .replace(/[\\{}~^\u00A0]/g, character => escapes[character] ?? character)
      .replace(/[&%$#_]/g, String.raw`\$&`)
      // TeX joins repeated hyphens and quotes into one character; `{}` keeps them apart.
      .replace(/--+|''+|``+/g, run => [...run].join('{}'))
  )
}
