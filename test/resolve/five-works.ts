/** Test help: an article that may cite the five works `w1` to `w5`. */

export const references = [1, 2, 3, 4, 5]
  .map(
    n =>
      `@article{w${n}, author = {Author${n}, Anna}, title = {Work ${n}}, journal = {Water}, year = {200${n}}}`,
  )
  .join('\n')

export function withText(text: string): Record<string, string> {
  return { 'article.md': `---\ntitle: T\nbibliography: refs.bib\n---\n\n${text}\n`, 'refs.bib': references }
}
