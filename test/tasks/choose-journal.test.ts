/** The journal of an article: one of the library, or a folder beside the manuscript. */
import { expect, it } from 'vitest'
import { messageLines } from '../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { findManuscript, parse } from '../../pipeline/parse/index.ts'
import { chooseJournal } from '../../pipeline/tasks/choose-journal.ts'
import { library } from '../build-article.ts'

async function choose(style: string, wished?: string) {
  const manifest = 'extends: letters\ntitle: Of its own\n'
  const files = {
    '/paper/article.md': `---\ntitle: T\nstyle: ${style}\n---\n\nText.\n`,
    '/paper/rivers/journal.yml': manifest,
    '/paper/letters/journal.yml': manifest,
    '/other/rivers/journal.yml': manifest,
  }
  const host = memoryHost(files, diskHost)
  const manuscript = await parse({ ...(await findManuscript('/paper/article.md', host)), host })
  if (!manuscript) throw new Error('The test article cannot be read')
  const { journal } = await chooseJournal(
    manuscript,
    { library, style: wished },
    { journal: host, caller: host },
  )
  return { folder: journal?.folders[0], messages: messageLines([manuscript.file], '/paper') }
}

it.each([
  ['rivers', '/paper/rivers'],
  ['./rivers', '/paper/rivers'],
  ['../other/rivers', '/other/rivers'],
  ['letters', `${library}/letters`],
  ['./letters', '/paper/letters'],
])('%s', async (style, expected) => {
  expect(await choose(style)).toEqual({ folder: expected, messages: [] })
  expect((await choose('transactions', style)).folder).toBe(expected)
})

it('a name that is nowhere is reported at its place', async () => {
  const { folder, messages } = await choose('river')
  expect(folder).toBeUndefined()
  expect(messages[0]).toMatch(/^article\.md:3:8 {2}error {2}Missing journal style `river`/)
})
