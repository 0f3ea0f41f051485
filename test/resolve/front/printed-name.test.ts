/** Names in the order of speech. */
import { expect, it } from 'vitest'
import { printedName } from '../../../pipeline/resolve/front/printed-name.ts'
import { buildArticle } from '../../build-article.ts'

it.each([
  [{ given: 'Petra', particle: 'van der', family: 'Brakel' }, 'en', 'Petra van der Brakel'],
  [{ given: '三', family: '张' }, 'en', '张三'],
  [{ given: '철수', family: '김' }, 'ko', '김철수'],
  [{ given: 'Béla', family: 'Nagy' }, 'hu', 'Nagy Béla'],
  [{ given: 'Béla', family: 'Nagy' }, 'en', 'Béla Nagy'],
  [{ given: 'Henry', family: 'Ford', suffix: 'III' }, undefined, 'Henry Ford III'],
  [{ given: 'Sammy', family: 'Davis', suffix: 'Jr.' }, undefined, 'Sammy Davis, Jr.'],
  [{ given: 'Wei', family: 'Wang', display: 'Wang Wei (王伟)' }, 'en', 'Wang Wei (王伟)'],
  [{ literal: 'Plato' }, 'en', 'Plato'],
])('%j in %s', (name, language, text) => {
  expect(printedName(name, language)).toBe(text)
})

/** Byline, "How to cite" and metadata of an article by this author. */
async function everywhere(author: string) {
  const text = `---\ntitle: T\nauthor:\n- ${author}\ndate: 2024-03-01\n---\n\nText.\n`
  const { article, html, messages } = await buildArticle({ 'article.md': text }, 'ijmsrp')
  const cite = /How to cite.*?<\/p>/s.exec(html)?.[0].replace(/<[^>]*>/g, '') ?? ''
  return { byline: article.contributors.map(({ displayName }) => displayName), cite, messages, article }
}

it.each([
  ["Jacobus van 't Hoff", 'van ’t Hoff J. T.'],
  ['Eva Van Delft', 'Van Delft E. T.'],
  ['Wang Xiaoming (王小明)', 'Wang X. T.'],
  ['name: 王 小明', '王小明. T.'],
  ['{given: 三, family: 张}', '张三. T.'],
  ['World Health Organization', 'World Health Organization. T.'],
  ['Martin King Jr.', 'King M Jr. T.'],
  ['Jane Doe^1,2^ and Max Roe^2,\\*^', 'Doe J, Roe M. T.'],
])('%s is cited as %s', async (author, cited) => {
  expect((await everywhere(author)).cite).toContain(cited)
})

it('affiliations in one string with marks belong to the authors of an item', async () => {
  const text =
    '---\ntitle: T\nauthor:\n- Jane Doe^1^ and Max Roe^2^\naffiliation: "^1^ University A, Town; ^2^ University B"\n---\n\nText.\n'
  const { article, messages } = await buildArticle({ 'article.md': text })
  expect(article.contributors.map(({ name, marks }) => [name.family, marks])).toEqual([
    ['Doe', ['1']],
    ['Roe', ['2']],
  ])
  expect(article.affiliations.map(affiliation => affiliation.text)).toEqual([
    'University A, Town',
    'University B',
  ])
  expect(messages).toEqual([])
})

it('affiliations under `aff` with the key `num` are found', async () => {
  const text =
    '---\ntitle: T\nauthor:\n- {name: Jane Doe, num: a}\n- {name: Max Roe, num: "a,b"}\naff:\n- {num: a, org: University A}\n- {num: b, address: Street 1}\n---\n\nText.\n'
  const { article, messages } = await buildArticle({ 'article.md': text })
  expect(article.contributors.map(({ marks }) => marks)).toEqual([['1'], ['1', '2']])
  expect(messages).toEqual([])
})
