/** `extends`: a chain of any length over the user's folders and the journals that come with Offprint. */
import { describe, expect, it } from 'vitest'
import { loadWritten } from './load-journal.ts'

describe('a journal that extends', () => {
  it('a shipped journal needs only a title', async () => {
    const { journal, messages } = await loadWritten({ 'journal.yml': 'extends: transactions\ntitle: Mine\n' })
    expect(messages).toEqual([])
    expect(journal?.manifest.labels.figure.reference).toBe('Fig.')
    expect(journal?.csl).toContain('<style')
  })

  it('a journal that extends others has all that they have, the nearest first', async () => {
    const { journal, messages } = await loadWritten({
      'journal.yml': 'extends: house\ntitle: Mine\n',
      'print.css': '.own { color: red }',
      '/house/journal.yml': 'extends: ../group/trunk\nabbreviation: H\npublisher: House\n',
      '/house/print.css': '.house { color: red }',
      '/group/trunk/journal.yml': 'extends: letters\nabbreviation: R\nissn: 0000-0000\n',
      '/group/trunk/print.css': '.trunk { color: red }',
      '/group/trunk/article.html':
        '<main class="trunk-template"><slot name="title"></slot><slot name="subtitle"></slot><slot name="authors"></slot><slot name="affiliations"></slot><slot name="author-notes"></slot><slot name="abstract"></slot><slot name="keywords"></slot><slot name="translated-abstracts"></slot><slot name="summaries"></slot><slot name="body"></slot><slot name="declarations"></slot><slot name="notes"></slot><slot name="references"></slot></main>',
    })
    expect(messages).toEqual([])
    expect(journal?.manifest).toMatchObject({
      title: 'Mine',
      abbreviation: 'H',
      publisher: 'House',
      issn: '0000-0000',
      citations: { placement: 'after-punctuation' },
    })
    const rules = journal?.css.print ?? ''
    const order = ['.title {', '.trunk', '.house', '.own'].map(rule => rules.lastIndexOf(rule))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(JSON.stringify(journal?.template)).toContain('trunk-template')
  })

  it('has its common rules after those of its base for pages and for the web', async () => {
    const sheets = (folder: string) =>
      Object.fromEntries(
        ['common', 'print', 'web'].map(name => [
          `${folder}${name}.css`,
          `.title { --sheet: ${folder}${name} }`,
        ]),
      )
    const { journal } = await loadWritten({
      'journal.yml': 'extends: house\ntitle: Mine\n',
      ...sheets(''),
      '/house/journal.yml': 'extends: letters\n',
      ...sheets('/house/'),
    })
    const orderIn = (css = '') => Array.from(css.matchAll(/--sheet: ([^ ]*)/g), ([, name]) => name)
    expect(orderIn(journal?.css.print)).toEqual(['/house/common', '/house/print', 'common', 'print'])
    expect(orderIn(journal?.css.web)).toEqual(['/house/common', '/house/web', 'common', 'web'])
    const base = journal?.css.web.lastIndexOf('.contents-button') ?? -1
    expect(base).toBeLessThan(journal?.css.web.indexOf('--sheet') ?? -1)
  })

  it('the shipped journal of its own name has the shipped values', async () => {
    const { journal, messages } = await loadWritten({
      'journal.yml': 'extends: letters\ntitle: Mine\n',
      '/letters/journal.yml': 'extends: letters\nabbreviation: Own letters\n',
    })
    expect(messages).toEqual([])
    expect(journal?.manifest).toMatchObject({
      abbreviation: 'Own letters',
      publisher: 'Society for Measurement',
    })
  })

  it.each([
    [
      { 'journal.yml': 'title: Mine\nextends: house\n', '/house/journal.yml': 'extends: mine\n' },
      '../house/journal.yml:1:10  error  Unexpected circle of `extends`: mine → house → mine  journal-invalid',
    ],
    [
      { 'journal.yml': 'title: Mine\nextends: leters\n' },
      'journal.yml:2:10  error  Missing journal `leters`, which `extends` names  journal-invalid',
    ],
    [
      { 'journal.yml': 'extends: [letters]\ntitle: Mine\n' },
      'journal.yml:1:10  error  Unexpected value of `extends`, expected the name of one journal  journal-invalid',
    ],
  ])('wrongly is refused: %j', async (files, expected) => {
    const { journal, messages } = await loadWritten(files)
    expect(journal).toBeUndefined()
    expect(messages).toEqual([expected])
  })

  it('a journal with another name is asked for the one that was meant', async () => {
    const { notes } = await loadWritten({ 'journal.yml': 'extends: leters\n' })
    expect(notes[0]).toContain('Did you mean `letters`?')
  })
})
