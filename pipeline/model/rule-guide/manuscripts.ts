/** Rules about the files of a manuscript and of an issue, and about journals. */
import type { RuleGuide } from './guide.ts'

const article = '---\ntitle: T\n---\n\nText.\n'

export const manuscriptRules = {
  'include-cyclic': {
    why: 'The text would never end. The inner file is not included.',
    at: 'files',
    wrong: {
      'article.md': '---\ntitle: T\n---\n\n{{< include _methods.md >}}\n',
      '_methods.md': '‸{{< include article.md >}}\n',
    },
    right: {
      'article.md': '---\ntitle: T\n---\n\n{{< include _methods.md >}}\n',
      '_methods.md': 'We looked at the wells.\n',
    },
  },
  'include-front-matter': {
    why: 'The metadata of the article are in the first file. Those of the included file are ignored.',
    at: 'files',
    wrong: {
      'article.md': '---\ntitle: T\n---\n\n{{< include _methods.md >}}\n',
      '_methods.md': '---\n‸author: B\n---\n\nText.\n',
    },
    right: {
      'article.md': '---\ntitle: T\nauthor: B\n---\n\n{{< include _methods.md >}}\n',
      '_methods.md': 'Text.\n',
    },
  },
  'include-invalid': {
    why: 'The option has no effect, or nothing of the file is printed.',
    at: 'text',
    wrong: '‸```{literalinclude} code.txt\n:start-after: none\n```',
    right: '```{literalinclude} code.txt\n:start-after: first\n```',
    beside: { 'code.txt': 'first\nsecond\n' },
  },
  'include-missing': {
    why: 'The text of the file is missing from the article.',
    at: 'text',
    wrong: '‸{{< include _method.md >}}',
    right: '{{< include _methods.md >}}',
    beside: { '_methods.md': 'Text.\n' },
  },
  'include-outside': {
    why: 'Files outside of the folder are not read, so that a manuscript from elsewhere cannot publish files of your computer.',
    at: 'text',
    wrong: '‸{{< include ../../_methods.md >}}',
    right: '{{< include _methods.md >}}',
    beside: { '_methods.md': 'Text.\n' },
  },
  'include-too-large': {
    why: 'So much text is hardly meant to be an article. The file is not included.',
    at: 'text',
    wrong: '‸{{< include _data.md >}}',
    right: '{{< include _methods.md >}}',
    beside: { '_methods.md': 'Text.\n' },
  },
  'issue-file-left-out': {
    why: 'The text is not in the issue, although it is in its folder.',
    outputs: 'web',
    at: 'files',
    wrong: {
      'wells/article.md': article,
      'pumps/article.md': article,
      'preface.md': 'Text.\n',
      'editorial.md': 'Text.\n',
    },
    right: {
      'wells/article.md': article,
      'pumps/article.md': article,
      'preface/article.md': article,
      'editorial/article.md': article,
    },
  },
  'issue-journal': {
    why: 'The page of the issue is in the style of one journal; the article looks different.',
    at: 'files',
    wrong: {
      'pumps/article.md': '---\ntitle: T\nstyle: transactions\n---\n\nText.\n',
      'wells/article.md': '---\ntitle: T\nstyle: ‸humanities\n---\n\nText.\n',
    },
    right: {
      'pumps/article.md': '---\ntitle: T\nstyle: transactions\n---\n\nText.\n',
      'wells/article.md': '---\ntitle: T\nstyle: transactions\n---\n\nText.\n',
    },
  },
  'issue-name-taken': {
    why: 'On some computers, the files of one article would replace those of the other, so they get a number.',
    outputs: 'none',
    at: 'files',
    wrong: { 'wells/article.md': article, 'Wells/article.md': article },
    right: { 'wells/article.md': article, 'more-wells/article.md': article },
  },
  'journal-decides': {
    why: 'Articles of a journal look alike, so the setting has no effect.',
    at: 'front matter',
    wrong: '‸toc: true',
    right: 'keywords: [cholera]',
  },
  'journal-font': {
    why: 'Text would be in another font, or look slanted or thickened by the browser.',
    at: 'files',
    wrong: {
      'mine/journal.yml':
        'extends: letters\ntitle: T\nfonts:\n  - family: F\n    faces: ‸{"400": f.woff2, "400 italic": f.woff2}\n',
    },
    right: {
      'mine/journal.yml': 'extends: letters\ntitle: T\n',
    },
    beside: { 'article.md': article },
  },
  'journal-invalid': {
    why: 'Nothing can be made without a journal.',
    at: 'files',
    wrong: { 'mine/journal.yml': 'extends: letters\ntitle: T\n‸wombat: 3\n' },
    right: { 'mine/journal.yml': 'extends: letters\ntitle: T\n' },
    beside: { 'article.md': article },
  },
  'journal-unknown': {
    why: 'Nothing can be made without a journal.',
    at: 'front matter',
    wrong: 'style: ‸transaction',
    right: 'style: transactions',
  },
  'language-partial': {
    why: 'Headings such as "References" appear in another language, or words are not divided at the ends of lines.',
    at: 'front matter',
    wrong: 'lang: ‸tlh',
    right: 'lang: de',
  },
  'manuscript-ambiguous': {
    why: 'Offprint does not guess which file you mean, and makes nothing.',
    at: 'files',
    wrong: { 'one.md': 'Text.\n', 'two.md': 'Text.\n' },
    right: { 'article.md': 'Text.\n', 'two.md': 'Text.\n' },
  },
  'manuscript-empty': {
    why: 'There is nothing to print.',
    at: 'files',
    wrong: { 'article.md': '‸' },
    right: { 'article.md': 'Text.\n' },
  },
  'manuscript-encoding': {
    why: 'Letters with accents would be printed as other signs, so nothing is made.',
    at: 'command',
    wrong: 'iconv -f UTF-8 -t LATIN1 paper.md > article.md',
    right: 'iconv -f LATIN1 -t UTF-8 paper.md > article.md',
  },
  'manuscript-missing': {
    why: 'There is nothing to print.',
    at: 'files',
    wrong: { 'article.docx': 'A file of a word processor.\n' },
    right: { 'article.md': 'Text.\n' },
  },
  'settings-invalid': {
    why: 'The option has no effect.',
    at: 'files',
    wrong: { 'offprint.yml': 'styel: transactions\n' },
    right: { 'offprint.yml': 'style: transactions\n' },
    beside: { 'article.md': article },
  },
  'settings-unread': {
    why: 'The articles of an issue are built with the options of the issue.',
    at: 'files',
    wrong: {
      'wells/article.md': article,
      'wells/offprint.yml': 'style: transactions\n',
      'pumps/article.md': article,
    },
    right: {
      'offprint.yml': 'style: transactions\n',
      'wells/article.md': article,
      'pumps/article.md': article,
    },
  },
} as const satisfies Record<string, RuleGuide>
