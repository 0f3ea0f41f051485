/** The words of a list that somebody probably meant. */
import { distance } from 'fastest-levenshtein'

/**
 * The known word most similar to `word`. If two are equally near, the one with the same letters is meant:
 * `emial` → `email`, not `equal`. Undefined if none is near.
 */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  return similarWords(word, known)[0]
}

/**
 * At most three known words that somebody probably meant, the likeliest first: similar words, then those that
 * begin with `word`.
 */
export function nearestWords(word: string, known: readonly string[]): readonly string[] {
  const longer = word === '' ? [] : known.filter(other => other.startsWith(word))
  return [...new Set([...similarWords(word, known), ...longer])].slice(0, 3)
}

function similarWords(word: string, known: readonly string[]): readonly string[] {
  const most = Math.min(Math.max(2, word.length / 3), word.length - 1)
  const letters = (text: string) => [...text].sort().join('')
  return known
    .filter(other => Math.abs(other.length - word.length) <= most)
    .map(other => ({ other, far: distance(word, other) }))
    .filter(({ far }) => far <= most)
    .map(near => ({ ...near, isMixed: letters(word) === letters(near.other) }))
    .sort((a, b) => a.far - b.far || Number(b.isMixed) - Number(a.isMixed))
    .map(({ other }) => other)
}
