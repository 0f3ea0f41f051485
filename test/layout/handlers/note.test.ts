/** Marks of footnotes. */
import { expect, it } from 'vitest'
import { bodyHtml } from '../body-html.ts'

const notes = '\n\n[^a]: One.\n\n[^b]: Two.'

/** Class and link of each mark. */
async function marksOf(source: string): Promise<readonly string[]> {
  const html = await bodyHtml(source + notes)
  return [...html.matchAll(/<sup class="(.*?)"><a href="(.*?)" id="(.*?)">(.*?)<\/a><\/sup>/g)].map(
    ([, classes, href, id, mark]) => [classes, href, id, mark].join(' | '),
  )
}

it('leads to its note; only the first mark sets the note', async () => {
  expect(await marksOf('One[^a] and two[^b] and one[^a].')).toEqual([
    'note-mark | #note-1 | note-1-mark | 1',
    'note-mark | #note-2 | note-2-mark | 2',
    'note-mark is-repeated | #note-1 | note-1-mark-2 | 1',
  ])
})

it('has a class that says how close a mark before it is', async () => {
  const [, next, near] = await marksOf('One[^a][^b] [^a].')
  expect(next).toMatch(/^note-mark is-next /)
  expect(near).toMatch(/^note-mark is-repeated is-near /)
})
