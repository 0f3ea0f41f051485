/** Names against the direction of the article, and the directions of entries. */
import { expect, it } from 'vitest'
import { isolateNames } from '../../../pipeline/resolve/citations/isolate-names.ts'
import { buildArticle } from '../../build-article.ts'
import { toHtml } from '../../layout/to-html.ts'

const text = (value: string) => [{ type: 'text' as const, value }]

it.each([
  ['en', 'المصري (2014)', '<bdi>المصري</bdi> (2014)'],
  ['en', 'المصري, كهن, 2014', '<bdi>المصري</bdi>, <bdi>كهن</bdi>, 2014'],
  ['en', 'عبد الله and Doe, 2014', '<bdi>عبد الله</bdi> and Doe, 2014'],
  ['en', 'Doe, 2014', 'Doe, 2014'],
  ['he', 'van der Brakel (2014)', '<bdi>van der Brakel</bdi> (2014)'],
  ['he', 'כהן (2014)', 'כהן (2014)'],
])('in %s: %s', (language, words, html) => {
  expect(toHtml(isolateNames(text(words), language))).toBe(html)
})

it('entries of a list from right to left have their own direction', async () => {
  const bib = `@book{a, author = {المصري, أحمد}, title = {أنهار}, year = 2014}
@book{b, author = {Doe, Jane}, title = {Rivers}, year = 2001}
@book{c, author = {Roe, Max}, title = {Seas}, year = 2002, langid = {english}}`
  const article = (lang: string) =>
    `---\ntitle: T\nlang: ${lang}\nbibliography: refs.bib\n---\n\n[@a; @b; @c]\n`
  const directions = async (lang: string) => {
    const { html } = await buildArticle({ 'article.md': article(lang), 'refs.bib': bib }, 'preprint')
    return ['a', 'b', 'c'].map(
      key => new RegExp(`<li id="ref-${key}"><span class="reference">(<bdi dir="ltr">)?`).exec(html)?.[1],
    )
  }
  expect(await directions('ar')).toEqual([undefined, '<bdi dir="ltr">', '<bdi dir="ltr">'])
  expect(await directions('en')).toEqual([undefined, undefined, undefined])
})
