/** Rules about citations, the bibliography and the works in it. */
import type { RuleGuide } from './guide.ts'

const names = 'author={Doe, A}, title={Wells}'
const fields = `${names}, journal={J}, year={2001}, volume={1}, pages={1--2}`
const entry = `@article{doe2001, ${fields}}`
const head =
  'Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes'
const notice = (nature: string) =>
  `${head}\n1,T,S,I,J,P,C,A Doe,,R;,2/3/2010 0:00,10.1234/n,0,3/1/2001 0:00,10.1234/a,0,${nature},,No,\n`
const csl = (printed: string) =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
  <info><title>S</title><id>s</id><updated>2020-01-01T00:00:00Z</updated></info>
  <citation><layout>${printed}</layout></citation>
  <bibliography><layout><text variable="title"/></layout></bibliography>
</style>
`
const citing = (line: string) => `---\ntitle: T\nbibliography: references.bib\n${line}---\n\nAs [@doe2001].\n`

export const referenceRules = {
  'bibliography-broken': {
    why: 'The entry is missing from the list of references, and perhaps the entries after it.',
    at: 'bibliography',
    wrong: `${entry}\n@article{lee2002, ‸title = {`,
    right: `${entry}\n@article{lee2002, author={Lee, B}, title={Pumps}, journal={J}, year={2002}, volume={1}, pages={3}}`,
  },
  'bibliography-missing': {
    why: 'Citations cannot be printed, and the list of references is missing.',
    at: 'front matter',
    wrong: 'bibliography: ‸refs.bib',
    right: 'bibliography: references.bib',
    beside: { 'references.bib': entry },
  },
  'bibliography-unclear': {
    why: 'Programs read such an entry in different ways. Perhaps Offprint does not read it as you mean it.',
    at: 'bibliography',
    wrong: `@article{doe2001, ${fields},\n  ‸title = {Pumps}}`,
    right: entry,
  },
  'citation-empty': {
    why: 'Readers would see an empty place in the text. The authors or the title are printed instead.',
    at: 'files',
    wrong: {
      'article.md': '---\ntitle: T\nbibliography: references.bib\ncsl: own.csl\n---\n\nAs [‸@doe2001].\n',
      'own.csl': csl('<text variable="note"/>'),
    },
    right: { 'article.md': citing('csl: own.csl\n'), 'own.csl': csl('<names variable="author"/>') },
    beside: { 'references.bib': entry },
  },
  'citation-identifier': {
    why: 'Nothing is looked up during a build, so the work is missing from the list of references.',
    at: 'text',
    wrong: 'As [‸@doi:10.1234/abc].',
    right: 'As [@doe2001].',
    front: 'bibliography: references.bib\n',
    beside: { 'references.bib': entry },
  },
  'citation-unknown': {
    why: 'The key is printed with a mark, and the work is missing from the list of references.',
    at: 'text',
    wrong: 'As [‸@deo2001].',
    right: 'As [@doe2001].',
    front: 'bibliography: references.bib\n',
    beside: { 'references.bib': entry },
  },
  'date-invalid': {
    why: 'Readers who look for the work by its date will not find it.',
    at: 'bibliography',
    wrong: `@article{doe2001, ${names}, journal={J}, volume={1}, pages={1},\n  ‸date={2020-02-30}}`,
    right: `@article{doe2001, ${names}, journal={J}, volume={1}, pages={1},\n  date={2020-02-28}}`,
  },
  'doi-invalid': {
    why: 'The link of the reference would lead nowhere.',
    at: 'bibliography',
    wrong: `@article{doe2001, ${fields},\n  ‸doi = {11.1234/abc}}`,
    right: `@article{doe2001, ${fields},\n  doi = {10.1234/abc}}`,
  },
  'identifier-invalid': {
    why: 'The link of the reference would lead nowhere.',
    at: 'bibliography',
    wrong: `@article{doe2001, ${fields},\n  ‸pmid = {12x}}`,
    right: `@article{doe2001, ${fields},\n  pmid = {123456}}`,
  },
  'isbn-invalid': {
    why: 'Readers cannot find the book by this number.',
    at: 'bibliography',
    wrong:
      '@book{doe2001, author={Doe, A}, title={T}, publisher={P}, year={2001},\n  ‸isbn = {978-0-00-000001-8}}',
    right:
      '@book{doe2001, author={Doe, A}, title={T}, publisher={P}, year={2001},\n  isbn = {978-0-262-51763-8}}',
  },
  'issn-invalid': {
    why: 'Readers cannot find the journal by this number.',
    outputs: 'none',
    at: 'bibliography',
    wrong: `@article{doe2001, ${fields},\n  ‸issn = {1234-5678}}`,
    right: `@article{doe2001, ${fields},\n  issn = {1234-5679}}`,
  },
  'journal-unknown-abbreviation': {
    why: 'Readers may not know which journal is meant.',
    at: 'bibliography',
    wrong: `@article{doe2001, ${names}, year={2001}, volume={1}, pages={1},\n  ‸journal={J. Hoofs}}`,
    right: `@article{doe2001, ${names}, year={2001}, volume={1}, pages={1},\n  journal={J. Hands}}`,
    beside: { 'journal-abbreviations.csv': 'Journal of Hands;J. Hands\n' },
  },
  'pages-reversed': {
    why: 'One of the two numbers is wrong, and readers look at the wrong pages.',
    at: 'bibliography',
    wrong: `@article{doe2001, ${names}, journal={J}, year={2001}, volume={1},\n  ‸pages={9--2}}`,
    right: `@article{doe2001, ${names}, journal={J}, year={2001}, volume={1},\n  pages={2--9}}`,
  },
  'reference-data-unread': {
    why: 'References are not checked against the list.',
    outputs: 'none',
    at: 'front matter',
    wrong: 'bibliography: references.bib\nretractions: ‸list.csv',
    right: 'bibliography: references.bib\nretractions: retraction_watch.csv',
    beside: {
      'references.bib': entry,
      'list.csv': 'a,b\n1,2\n',
      'retraction_watch.csv': notice('Correction'),
    },
  },
  'reference-duplicate': {
    why: 'The work would be in the list of references twice.',
    at: 'bibliography',
    wrong: `@article{doe2001, ${fields}, doi={10.1234/a}}\n\n@article{doe, ${fields}, ‸doi={10.1234/a}}`,
    right: `@article{doe2001, ${fields}, doi={10.1234/a}}`,
  },
  'reference-incomplete': {
    why: 'Readers cannot find the work by what is printed.',
    at: 'bibliography',
    wrong: '‸@article{doe2001, title={Wells}}',
    right: entry,
  },
  'reference-list-empty': {
    why: 'The place would be a heading without a list. Nothing is printed.',
    at: 'files',
    wrong: {
      'article.md':
        '---\ntitle: T\nbibliography: {a: a.bib, b: b.bib}\n---\n\nAs [@doe2001].\n\n::: {#refs-a}\n:::\n\n‸::: {#refs-b}\n:::\n',
    },
    right: {
      'article.md':
        '---\ntitle: T\nbibliography: {a: a.bib, b: b.bib}\n---\n\nAs [@doe2001].\n\n::: {#refs-a}\n:::\n',
    },
    beside: { 'a.bib': entry, 'b.bib': '' },
  },
  'reference-notice': {
    why: 'What is cited may be wrong, or not be there any more.',
    outputs: 'none',
    at: 'bibliography',
    wrong: `‸@article{doe2001, ${fields}, doi={10.1234/a}}`,
    right: `@article{doe2001, ${fields}, doi={10.1234/b}}`,
    beside: { 'retractions.csv': notice('Correction') },
  },
  'reference-preprint-published': {
    why: 'The published version was reviewed, and may differ from the preprint.',
    outputs: 'none',
    at: 'bibliography',
    wrong: `‸@online{doe2001, ${names}, year={2000}, url={https://arxiv.org/abs/1407.3561}, urldate={2001-01-01}}\n\n@article{doe2002, ${fields}}`,
    right: entry,
  },
  'reference-retracted': {
    why: 'Readers must learn that the work was retracted. The reference gets a mark, unless its key is listed under `cited-as-retracted`.',
    at: 'bibliography',
    wrong: `‸@article{doe2001, ${fields}, doi={10.1234/a}}`,
    right: `@article{doe2001, ${fields}, doi={10.1234/b}}`,
    beside: { 'retractions.csv': notice('Retraction') },
  },
  'reference-uncited': {
    why: 'The work is not printed. Perhaps a citation is missing. Only `offprint check --all` says this.',
    outputs: 'none',
    at: 'bibliography',
    wrong: `${entry}\n\n‸@book{lee2002, author={Lee, B}, title={Pumps}, publisher={P}, year={2002}}`,
    right: entry,
  },
  'retracted-unknown': {
    why: 'Perhaps the key is misspelt, and the retracted work gets a mark.',
    outputs: 'none',
    at: 'front matter',
    wrong: 'bibliography: references.bib\ncited-as-retracted: [‸deo2001]',
    right: 'bibliography: references.bib\ncited-as-retracted: [doe2001]',
    beside: { 'references.bib': entry },
  },
  'style-broken': {
    why: 'Citations and references are printed in another style, or not at all.',
    at: 'files',
    wrong: { 'article.md': citing('csl: own.csl\n'), 'own.csl': '<style‸' },
    right: { 'article.md': citing('csl: own.csl\n'), 'own.csl': csl('<names variable="author"/>') },
    beside: { 'references.bib': entry },
  },
  'style-missing': {
    why: 'Citations and references cannot be printed in the style that you want.',
    at: 'front matter',
    wrong: 'csl: ‸vancuover',
    right: 'csl: humanities',
  },
  'style-unclear': {
    why: 'The style may print something else than its author meant.',
    at: 'files',
    wrong: {
      'article.md': citing('csl: own.csl\n'),
      'own.csl': csl('<names variable="author" ‸wombat="3"/>'),
    },
    right: { 'article.md': citing('csl: own.csl\n'), 'own.csl': csl('<names variable="author"/>') },
    beside: { 'references.bib': entry },
  },
} as const satisfies Record<string, RuleGuide>
