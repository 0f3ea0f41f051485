/** Rules about the metadata of the article. */
import type { RuleGuide } from './guide.ts'

export const frontMatterRules = {
  'affiliation-unknown': {
    why: 'The author would be printed without this affiliation.',
    at: 'front matter',
    wrong:
      'author:\n  - name: Ann Doe\n    affiliation: ‸ucl\naffiliations:\n  - {id: kcl, name: King’s College London}',
    right:
      'author:\n  - name: Ann Doe\n    affiliation: kcl\naffiliations:\n  - {id: kcl, name: King’s College London}',
  },
  'affiliation-unused': {
    why: 'An author may lack an affiliation, or the list is out of date.',
    at: 'front matter',
    wrong:
      'author: [{name: Ann Doe, affiliation: kcl}]\naffiliations:\n  - {id: kcl, name: King’s College London}\n  - ‸{id: ucl, name: University College London}',
    right:
      'author: [{name: Ann Doe, affiliation: kcl}]\naffiliations:\n  - {id: kcl, name: King’s College London}',
  },
  'file-refused': {
    why: 'A manuscript may come from a stranger. It reads files of its own folder and repository, so that it cannot publish files of your computer, and only files of usual size. Its links and settings do not lead the output to other folders.',
    at: 'front matter',
    wrong: 'bibliography: ‸/etc/hosts',
    right: 'keywords: [cholera, water]',
  },
  'front-matter-broken': {
    why: 'What cannot be read of the metadata is missing from the article.',
    at: 'front matter',
    wrong: 'keywords: [cholera,‸ ',
    right: 'keywords: [cholera, water]',
  },
  'front-matter-duplicate-key': {
    why: 'Only one of the two values is used, perhaps not the one that is meant.',
    at: 'front matter',
    wrong: 'lang: en\n‸lang: de',
    right: 'lang: de',
  },
  'front-matter-file-missing': {
    why: 'The metadata of the file are missing from the article.',
    at: 'front matter',
    wrong: 'metadata-files: [‸authors.yml]',
    right: 'metadata-files: [people.yml]',
    beside: { 'people.yml': 'author: Ann Doe\n' },
  },
  'front-matter-invalid': {
    why: 'The value is left out of the article.',
    at: 'front matter',
    wrong: 'date: ‸soon',
    right: 'date: 2026-03-31',
  },
  'front-matter-placeholder': {
    why: 'A value of a template was not filled in. It is left out of the article.',
    at: 'front matter',
    wrong: 'doi: ‸10.xxxx/xxxxx',
    right: 'doi: 10.1234/abcd',
  },
  'front-matter-several': {
    why: 'Only the first value is printed.',
    at: 'front matter',
    wrong: 'license: [CC-BY-4.0, ‸MIT]',
    right: 'license: CC-BY-4.0',
  },
  'front-matter-unknown-key': {
    why: 'The value is ignored. Perhaps the key is misspelt.',
    at: 'front matter',
    wrong: '‸keywrods: [cholera]',
    right: 'keywords: [cholera]',
  },
  'orcid-invalid': {
    why: 'The author is printed without the iD, because a wrong one may belong to somebody else.',
    at: 'front matter',
    wrong: 'author:\n  - name: Ann Doe\n    orcid: ‸0000-0002-1825-0098',
    right: 'author:\n  - name: Ann Doe\n    orcid: 0000-0002-1825-0097',
  },
  'orcid-shared': {
    why: 'An iD belongs to one person. One of the two authors would get the works of the other.',
    at: 'front matter',
    wrong:
      'author:\n  - {name: Ann Doe, orcid: 0000-0002-1825-0097}\n  - {name: Bo Lee, orcid: ‸0000-0002-1825-0097}',
    right:
      'author:\n  - {name: Ann Doe, orcid: 0000-0002-1825-0097}\n  - {name: Bo Lee, orcid: 0000-0001-5109-3700}',
  },
  'title-missing': {
    why: 'The article is printed without a title, and search engines show the name of its file.',
    at: 'files',
    wrong: { 'article.md': '‸Text.\n' },
    right: { 'article.md': '---\ntitle: On water\n---\n\nText.\n' },
  },
  'title-repeated': {
    why: 'The title would be printed twice. The heading is left out.',
    outputs: 'none',
    at: 'text',
    wrong: '‸# T\n\nText.',
    right: '# Introduction\n\nText.',
  },
} as const satisfies Record<string, RuleGuide>
