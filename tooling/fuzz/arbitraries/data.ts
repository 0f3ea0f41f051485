/** Front matter, bibliographies, CSL styles and images: small valid files that are changed. */
import fc from 'fast-check'
import type { CaseFiles } from '../case.ts'
import { mutated, mutations } from './mutations.ts'

const article = (front: string) => `---\n${front}\n---\n\nSome words of text [@doe; @roe, p. 4].\n`

const front = `title: "Rain: a study"
subtitle: On water
author:
  - name: Jane Doe
    affiliation: [1, b]
    orcid: 0000-0002-1825-0097
    email: jane@example.org
    roles: {Data curation: true, Writing: lead}
  - given: Ann
    family: Roe
    affiliations: {ref: b}
    equal-contrib: yes
affiliations:
  - {id: 1, name: Institute of Water, city: Basel}
  - &b {id: b, name: University of Rain}
date: 2020-02-30
keywords: [rain, "water, clean"]
abstract: |
  The abstract has words.

  A second paragraph.
lang: en-GB
license: CC-BY-4.0
funding: [{source: Fund, award: [12, 13]}]
macros: {"\\\\R": "\\\\mathbb{R}"}
csl: style.csl
header-includes: [x]
volume: 3
pages: 1-20
doi: 10.1000/xyz
<<: {issue: 4}
style: transactions`

const bibtex = `@string{j = "Journal of " # "Rain"}
@article{doe, author = {Doe, Jane and {The Rain Group} and van der Berg, Jr, A.}, title = {A {DNA} study of $x^2$ and \\"Uber},
  journal = j, year = 2001, month = feb # "~3", pages = {1--20}, doi = {10.1000/xyz}}
@inproceedings{roe, crossref = {proc}, author = "Roe, Ann", title = "On \\emph{water}"}
@proceedings{proc, title = {Proc.}, booktitle = {Proc.}, year = {2003}, editor = {Poe, E}}
@comment{ x }
`
const ris = `TY  - JOUR
ID  - doe
AU  - Doe, Jane
AU  - Roe, Ann
PY  - 2001/02/03/spring
TI  - A study
JO  - Journal of Rain
SP  - 1
EP  - 20
DO  - 10.1000/xyz
ER  - 
TY  - BOOK
ID  - roe
A1  - Roe, Ann
T1  - Water
ER  - 
`
const json = JSON.stringify(
  [
    {
      id: 'doe',
      type: 'article-journal',
      title: 'A study',
      author: [{ family: 'Doe', given: 'Jane' }, { literal: 'Group' }],
      issued: { 'date-parts': [[2001, 2, 3]] },
      page: '1-20',
    },
    {
      id: 'roe',
      type: 'book',
      title: 'Water',
      editor: [{ family: 'Roe' }],
      issued: { raw: '2003-05' },
      custom: { a: [1] },
      keyword: 'a,b',
    },
  ],
  undefined,
  1,
)

const csl = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
<info><title>S</title><id>http://example.org/s</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<locale xml:lang="en"><terms><term name="and">and</term></terms></locale>
<macro name="names"><names variable="author"><name form="short" and="text" initialize-with=". "/><et-al term="et-al"/><substitute><names variable="editor"/><text variable="title"/></substitute></names></macro>
<macro name="year"><date variable="issued"><date-part name="year"/></date></macro>
<citation et-al-min="3" et-al-use-first="1" disambiguate-add-year-suffix="true"><sort><key macro="names"/></sort>
<layout prefix="(" suffix=")" delimiter="; "><group delimiter=" "><text macro="names"/><text macro="year"/><label variable="locator" form="short"/><text variable="locator"/></group></layout></citation>
<bibliography hanging-indent="true"><sort><key macro="names"/><key variable="issued" sort="descending"/></sort>
<layout suffix="."><text macro="names" suffix=". "/><choose><if type="book" match="any"><text variable="title" font-style="italic"/></if><else><text variable="title" quotes="true"/></else></choose><number variable="page" prefix=", "/></layout></bibliography>
</style>
`

export const frontMatterCases: fc.Arbitrary<CaseFiles> = fc
  .tuple(mutations, mutations, fc.boolean())
  .map(([inFront, inProject, hasProject]) => ({
    'article.md': article(mutated(front.replace('csl: style.csl\n', ''), inFront)),
    ...(hasProject && {
      '_quarto.yml': mutated(
        'project: {type: manuscript}\nmanuscript:\n  article: article.md\nformat:\n  html: {toc: true}\ncrossref:\n  fig-title: Abb.\n',
        inProject,
      ),
    }),
  }))

export const bibliographyCases: fc.Arbitrary<CaseFiles> = fc
  .tuple(fc.constantFrom(['r.bib', bibtex], ['r.ris', ris], ['r.json', json]), mutations)
  .map(([[name = '', text = ''], changes]) => ({
    'article.md': article(`title: T\nbibliography: ${name}`),
    [name]: mutated(text, changes),
  }))

export const cslCases: fc.Arbitrary<CaseFiles> = mutations.map(changes => ({
  'article.md': article('title: T\nbibliography: r.bib\ncsl: style.csl'),
  'r.bib': bibtex,
  'style.csl': mutated(csl, changes),
}))

/** Small valid images in Base64, by extension. */
const images: readonly (readonly [string, Uint8Array])[] = [
  ['png', 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='],
  ['gif', 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'],
  ['bmp', 'Qk06AAAAAAAAADYAAAAoAAAAAQAAAAEAAAABABgAAAAAAAQAAAATCwAAEwsAAAAAAAAAAAAA////AA=='],
  ['webp', 'UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA='],
].map(([name = '', data = '']) => [name, new Uint8Array(Buffer.from(data, 'base64'))] as const)
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="2cm"><defs><g id="a"><rect width="3" height="4"/></g></defs><use href="#a"/><text x="1" y="5" style="fill:red">word</text></svg>'
const tiff = new Uint8Array([
  0x49, 0x49, 42, 0, 10, 0, 0, 0, 255, 0, 7, 0, 0, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 3, 0, 1, 0, 0, 0, 1,
  0, 0, 0, 2, 1, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0, 3, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 6, 1, 3, 0, 1, 0, 0, 0, 1,
  0, 0, 0, 17, 1, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0, 23, 1, 4, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0,
])
const all = [...images, ['tiff', tiff] as const]

const byteChange = fc.record({
  at: fc.nat(),
  value: fc.integer({ min: 0, max: 255 }),
  kind: fc.constantFrom('set', 'cut', 'insert'),
})

export const imageCases: fc.Arbitrary<CaseFiles> = fc.oneof(
  mutations.map(changes =>
    withImage('svg', new TextEncoder().encode(mutated(svg.replaceAll('><', '>\n<'), changes))),
  ),
  fc
    .tuple(fc.constantFrom(...all), fc.array(byteChange, { maxLength: 4 }))
    .map(([[name, bytes], changes]) => {
      const data = [...bytes]
      for (const { at, value, kind } of changes) {
        const place = at % (data.length + 1)
        if (kind === 'set') data[place] = value
        else if (kind === 'insert') data.splice(place, 0, value)
        else data.length = place
      }
      return withImage(name, Uint8Array.from(data))
    }),
)

function withImage(extension: string, bytes: Uint8Array): CaseFiles {
  return {
    'article.md': `---\ntitle: T\n---\n\nWords here.\n\n![Caption words.](a.${extension})\n`,
    [`a.${extension}`]: bytes,
  }
}
