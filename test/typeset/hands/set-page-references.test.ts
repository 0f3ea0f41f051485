/** Page numbers in references to pages. */
import { expect, it } from 'vitest'
import { setPageReferences } from '../../../pipeline/typeset/hands/set-page-references.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { htmlIn, pageFiller } from './open-page.ts'

const fill = pageFiller()

it('writes known page numbers, keeps room for others, and returns each id once', async () => {
  const page = await fill(
    '<p><a data-page-of="a">?</a> <a data-page-of="b">?</a> <a data-page-of="a">?</a> <a href="#a">c</a></p>',
  )
  expect(await runHand(page, setPageReferences, { a: 'iv' })).toEqual(['a', 'b'])
  expect((await htmlIn(page, 'p')).replace(/<[^>]+>/g, '')).toBe('iv 00 iv c')
})
