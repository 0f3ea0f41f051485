/**
 * Line breaks in scripts that write no spaces between words: between ideographs by the kinsoku rules
 * (JIS X 4051), and between words of Thai, Lao, Khmer and Burmese, which ICU finds with its dictionaries.
 */

const ideograph =
  /[\u2E80-\u2FFF\u3005-\u3007\u3021-\u3029\u3041-\u30FF\u3100-\u312F\u31F0-\u31FF\u3400-\u9FFF\uF900-\uFAFF\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF66-\uFF9F]|[\uD840-\uD88D]/u
/** Full-width closing punctuation. A line may end after it. */
const wideClosing = /[、。，．：；？！）］｝」』】〉》〕〗…—]/u
const wideOpening = /[（［｛「『【〈《〔〖]/u
const noLineStart =
  /[,.:;?!)\]}»›%\u00AD、。，．・：；？！）］｝」』】〉》〕〗”’…‥—ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー々〻ゝゞヽヾ゛゜％℃]/u
const noLineEnd = /[([{«‹„‚“‘（［｛「『【〈《〔〖$£¥＄￥#@]/u
const letter = /[\p{L}\p{N}]/u
const complex = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** The offsets after `start` and before or at `end` at which a line may end, in order. */
export function scriptBreaks(text: string, start: number, end: number): readonly number[] {
  // The text includes the next character, which may be in another face.
  const word = text.slice(start, end + 1)
  // Fast path for nearly every word.
  if (!/[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2E80-\uFFEF]|[\uD840-\uD88D]/.test(word)) return []
  const breaks = new Set<number>()
  for (let at = 1; at < word.length; at++) {
    if (isBetweenIdeographs(word, at)) breaks.add(start + at)
  }
  if (complex.test(word)) {
    for (const { index, segment } of new Intl.Segmenter('en', { granularity: 'word' }).segment(word)) {
      if (index > 0 && complex.test(segment) && !isHeldTogether(word[index - 1] ?? '', segment)) {
        breaks.add(start + index)
      }
    }
  }
  return [...breaks].sort((first, second) => first - second)
}

/**
 * True if no line may end between the two characters, because a line may not begin with `next` or may not end
 * with `last`.
 */
function isHeldTogether(last: string, next: string): boolean {
  return noLineStart.test(next[0] ?? '') || noLineEnd.test(last) || /^[\p{M}\u200D]/u.test(next)
}

function isBetweenIdeographs(word: string, at: number): boolean {
  const last = characterBefore(word, at)
  const next = word[at] ?? ''
  if (/[\uDC00-\uDFFF]/.test(next) || isHeldTogether(last, next)) return false
  const isWide =
    ideograph.test(last) || ideograph.test(next) || wideClosing.test(last) || wideOpening.test(next)
  if (!isWide) return false
  const isLetter = (character: string) => ideograph.test(character) || letter.test(character)
  return (isLetter(last) || noLineStart.test(last)) && (isLetter(next) || noLineEnd.test(next))
}

/**
 * The UTF-16 unit before an offset, or the first of a surrogate pair, which is enough to recognise an
 * ideograph.
 */
function characterBefore(word: string, at: number): string {
  const last = word[at - 1] ?? ''
  return /[\uDC00-\uDFFF]/.test(last) ? (word[at - 2] ?? '') : last
}
