/** The word of a list that somebody probably meant. */
import { distance } from 'fastest-levenshtein'

/**
 * The known word most similar to `word`. If two are equally near, the one with the same letters is meant:
 * `emial` → `email`, not `equal`. Undefined if none is near.
 */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const letters = (text: string) => [...text].sort().join('')
  const nearest = known
    .map(other => ({ other, far: distance(word, other), isMixed: letters(word) === letters(other) }))
    .sort((a, b) => a.far - b.far || Number(b.isMixed) - Number(a.isMixed))[0]
  const isNear =
    nearest !== undefined && nearest.far <= Math.max(2, word.length / 3) && nearest.far < word.length
  return isNear ? nearest.other : undefined
}
