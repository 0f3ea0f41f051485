/** Styles of notes: citations become footnotes among those of the author. */
import { describe, expect, it } from 'vitest'
import { type Cited, cited } from './cited.ts'
import { notes } from './styles.ts'

async function inNotes(markdown: string, front?: string): Promise<Cited> {
  return await cited(markdown, { csl: notes, ...(front !== undefined && { front }) })
}

/** The text of the article without its notes. */
function bodyOf({ text }: Cited): string {
  return text.replace(/ Notes1.*$/, '')
}

describe('a citation in the text', () => {
  it.each([
    ['Ice [@a].', 'Ice.^1^'],
    ['Ice [@a], snow.', 'Ice,^1^ snow.'],
    ['Ice [@a]; snow (and rain [@c]).', 'Ice;^1^ snow (and rain).^2^'],
    ['“Ice” [@a] and “snow [@c].” Rain.', '“Ice”^1^ and “snow.”^2^ Rain.'],
    ['Ice [@a]—snow.', 'Ice^1^—snow.'],
    ['Ice et al. [@a]. Why? [@c]', 'Ice et al.^1^ Why?^2^'],
    ['Ice [@a] [@c].', 'Ice.^1^^,^^2^'],
    ['Ice [@a]. [@c].', 'Ice.^1^^,^^2^'],
    ['Ice.[^n] Snow [@c].\n\n[^n]: Mine.', 'Ice.^1^ Snow.^2^'],
    ['@c [p. 3] say so.', 'Roe and Poe^1^ say so.'],
    ['As says -@c.', 'As says.^1^'],
  ])('%s', async (markdown, expected) => {
    expect(bodyOf(await inNotes(markdown))).toBe(expected)
  })

  it('has short forms, "ibid." and the number of its first note', async () => {
    const { notes } = await inNotes(
      'A [@a, p. 1]. B [@a, p. 1]. C [@a, p. 2]. D [@c]. E @a. F.^[Mine.] G.^[Mine.] H [@c]. I [see @m; @c].',
    )
    expect(notes).toEqual([
      'Doe, Alpha (2001), p. 1.',
      'Ibid.',
      'Ibid., p. 2.',
      'Roe and Poe, Gamma (2003).',
      'Doe, Alpha (note 1) above.',
      'Mine.',
      'Mine.',
      'Roe and Poe, Gamma (note 4).',
      'See Low et al., Mu (2010); Roe and Poe, Gamma (note 4) above.',
    ])
  })

  it('has "ibid." with a small letter after words that lead to it', async () => {
    const { notes } = await inNotes('A [@a]. B [see also @a]. C [cf. @a]. D [@a].')
    expect(notes).toEqual(['Doe, Alpha (2001).', 'See also ibid.', 'Cf. ibid.', 'Ibid.'])
  })

  it('begins its note with a capital, also in markup: "See"', async () => {
    const { notes, html } = await inNotes('A [*see* @a, with $x$].')
    expect(notes).toEqual(['See Doe, Alpha (2001), with x.'])
    expect(html).toContain('<em>See</em>')
  })
})

describe('a citation in a footnote', () => {
  it('stays in it, as part of its sentence', async () => {
    const { article, notes } = await inNotes(
      'A.^[See [@a, p. 3], and others.] B.^[As in @c [p. 2].] C.[^c]\n\n[^c]: [@a]. More of it [@c].',
    )
    expect(article.notes).toHaveLength(3)
    expect(notes).toEqual([
      'See Doe, Alpha (2001), p. 3, and others.',
      'As in Roe and Poe, Gamma (2003), p. 2.',
      'Doe, Alpha (note 1) above. More of it (Roe and Poe, Gamma (note 2) above).',
    ])
  })

  it('has a lower-case "ibid." inside a sentence', async () => {
    const { notes } = await inNotes(
      'A [@a]. B.^[But see [@a, p. 12]; so too [@a, p. 13].] C.^[[@a, p. 14]. Cf. [@a, p. 15] there. Mine. [@a, p. 16].] D [see @a, p. 17].',
    )
    expect(notes.slice(1)).toEqual([
      'But see ibid., p. 12; so too ibid., p. 13.',
      'Doe, Alpha (note 1) above, p. 14. Cf. ibid., p. 15 there. Mine. Ibid., p. 16.',
      'See Doe, Alpha (note 1) above, p. 17.',
    ])
  })

  it('has an id on the page, as other citations have', async () => {
    const { article, html } = await inNotes('A [@a].^[B [@a].] @a [p. 3] says.')
    const ids = article.citedAt.get('a') ?? []
    expect(ids).toHaveLength(3)
    for (const id of ids) expect(html).toMatch(new RegExp(`<li id="note-\\d" class="note">.*id="${id}"`, 's'))
  })
})

it('numbers notes in reading order: title, abstract, text, captions, tables, headings', async () => {
  const { notes, messages, article } = await inNotes(
    `# Heading [@b]

Text [@c].

![Caption [@d].](a.svg)

| x [@m] |
|---|
| y [@a] |

: Table [@e].`,
    'abstract: Of ice [@a].\n',
  )
  expect(messages).toEqual([])
  const works = notes.map(note => /Alpha|Beta|Gamma|Delta|Mu|Epsilon/.exec(note)?.[0])
  expect(works.slice(0, 4)).toEqual(['Alpha', 'Beta', 'Gamma', 'Delta'])
  expect(works.slice(4).toSorted()).toEqual(['Alpha', 'Epsilon', 'Mu'])
  expect(article.notes.map(note => note.mark)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
})

it('prints a citation of a note about an author in that note', async () => {
  const { article, html } = await inNotes(
    'Text [@a].',
    'authors:\n  - name: Ada Lovelace\n    note: As in [@c].\n',
  )
  expect(article.notes).toHaveLength(1)
  expect(html).toContain('Gamma')
})

it('gives a second mark of a footnote the number of the first', async () => {
  const { article } = await inNotes('A.[^n] B [@a]. C.[^n]\n\n[^n]: Mine [@c].')
  expect(article.notes.map(note => note.mark)).toEqual(['1', '2'])
})
