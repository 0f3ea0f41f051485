/**
 * The plain words of a manuscript's text: long words of letters between spaces, on lines and in blocks that
 * are text and nothing else. Words of metadata, comments, HTML, options, addresses and TeX are not plain.
 */
interface PlainWord {
  readonly word: string
  /** First and last line of its paragraph. */
  readonly first: number
  readonly last: number
}

/** A word that stands between spaces; a comma or the like may follow. */
const standing = /(?<=^|\s)\p{L}{4,}(?=[,;]?(?:\s|$))/gu
/** Signs of markup that may take the words of its whole line: an address, HTML, TeX, a directive, a role. */
const marked = /[<>{}\\$@&%`[\]|#^~=+]|:::|https?:|^\s*[:(*-]|---/
/** Lines that begin or end what is not text. */
const fence = /^[\s>]*(?:`{3,}|~{3,}|-{3,}\s*$|\.{3}\s*$|\+\+\+)/

/** A word that `arbitraries/markdown.ts` made, which is text wherever it stands. */
const made = /\bzz[a-d]+zz\b/g

/**
 * Words that must be in the article. Each paragraph with a sign of markup is left out whole, because markup
 * goes over lines; so is everything between fences, and everything after an HTML tag or comment.
 */
export function plainWords(source: string): readonly PlainWord[] {
  const words: PlainWord[] = []
  let paragraph: string[] = []
  let fences = 0
  let hasHtml = false
  const lines = source.split(/\r\n|\r|\n/)
  for (const [index, text] of [...lines, ''].entries()) {
    const isFence = fence.test(text)
    if (isFence) fences += 1
    if (/<[a-z!?/]/i.test(text)) hasHtml = true
    if (text.trim() !== '') paragraph.push(text)
    if (text.trim() !== '' && !isFence) continue
    const isPlain = !hasHtml && !isFence && fences % 2 === 0 && !paragraph.some(line => marked.test(line))
    const found = paragraph
      .join('\n')
      .normalize('NFC')
      .matchAll(isPlain ? standing : made)
    for (const [word] of found) words.push({ word, first: index + 1 - paragraph.length, last: index + 1 })
    paragraph = []
  }
  return words
}
