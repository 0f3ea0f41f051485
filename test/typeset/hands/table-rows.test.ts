/** The heights of a table's rows. */
import { expect, it } from 'vitest'
import { tableRows } from '../../../pipeline/typeset/hands/table-rows.ts'
import { runHand } from '../../../pipeline/typeset/sheet/run-hand.ts'
import { pageFiller } from './open-page.ts'

const fill = pageFiller()

const row = (height: number, cell = '<td>') => `<tr style="height: ${height}px">${cell}</td></tr>`

it('reads the heights above, in and below a table, and rows that cells join', async () => {
  const page = await fill(
    `<figure style="padding: 5px 0 7px"><table style="border-collapse: collapse"><thead>${row(20)}</thead><tbody>${row(30, '<td rowspan="2">')}${row(40, '')}${row(50)}</tbody></table></figure>`,
  )
  const rows = await runHand(
    page,
    (dom, read) => {
      const [figure] = dom.all('figure')
      return figure && read(dom, figure)
    },
    tableRows,
  )
  expect(rows).toEqual({ before: 5, continued: 0, head: 20, body: [30, 40, 50], joined: [1], after: 7 })
})
