/** Authors as blocks side by side, in journals whose template has the slot for them. */
import { describe, expect, it } from 'vitest'
import { buildInOwn, loadOwn } from '../own-journal.ts'

const files = {
  'article.html': '<article><slot name="author-blocks"></slot><slot name="body"></slot></article>',
}
const paper = `---
authors:
  - name: Ada Byron
    email: ada@example.org
    corresponding: true
    affiliations: [a]
  - name: Ben Cole
    affiliations: [a, b]
affiliations:
  - {id: a, department: Sands, institution: Upper Hills, city: Hillsworth, country: Norway}
  - {id: b, name: "Lower School, Lowestoft"}
---

Text.
`
const blocksIn = (html: string) =>
  [...html.matchAll(/<div class="author-block">(.*?)<\/div>/gs)].map(match =>
    [...(match[1] ?? '').matchAll(/<p[^>]*>(.*?)<\/p>/gs)].map(line =>
      (line[1] ?? '').replace(/<[^>]+>/g, ''),
    ),
  )

describe('author blocks', () => {
  it('have the affiliations of each author in lines, without their marks', async () => {
    const { html } = await buildInOwn('affiliations: {corresponding-mark: "*"}', paper, { files })
    expect(blocksIn(html)).toEqual([
      ['Ada Byron*', 'Sands', 'Upper Hills', 'Hillsworth, Norway', 'ada@example.org'],
      ['Ben Cole', 'Sands', 'Upper Hills', 'Hillsworth, Norway', 'Lower School, Lowestoft'],
    ])
    expect(html).toContain('<a href="mailto:ada@example.org">ada@example.org</a>')
  })

  it('have the lines that the journal names', async () => {
    const manifest = 'affiliations: {block: ["{department}[, {institution}]", "[Mail: {email}]"]}'
    const { html } = await buildInOwn(manifest, paper, { files })
    expect(blocksIn(html)).toEqual([
      ['Ada Byron', 'Sands, Upper Hills', 'Mail: ada@example.org'],
      // An affiliation without the values of the lines is printed whole.
      ['Ben Cole', 'Sands, Upper Hills', 'Lower School, Lowestoft'],
    ])
  })

  it.each([
    ['affiliations: {block: ["{town}"]}', '4:24', 'expected a pattern with {name} {group}'],
    ['affiliations: {block: ["{city} {email}"]}', '4:24', 'or one with {email} {orcid} {phone}'],
    ['affiliations: {corresponding-affiliation: often}', '4:43', '`true` or `false`'],
  ])('%s is reported at %s', async (manifest, place, expected) => {
    const { messages } = await loadOwn(`${manifest}\n`)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain(`journal.yml:${place}  error`)
    expect(messages[0]).toContain(expected)
  })
})

it('the address of a corresponding author has the affiliations if the journal wants them', async () => {
  const words = async (manifest: string) => (await buildInOwn(manifest, paper)).words
  expect(await words('affiliations: {corresponding-affiliation: true}')).toContain(
    'Ada Byron, Sands, Upper Hills, Hillsworth, Norway. E-mail: ada@example.org',
  )
  expect(await words('')).toContain('Ada Byron. E-mail: ada@example.org')
})
