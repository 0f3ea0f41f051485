/** Pictures that were made to break their readers: each is soon shown or reported, and no script runs. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { build } from '../../../pipeline/index.ts'
import { library } from '../../build-article.ts'
import { hasShared, shared } from '../../needs.ts'

const folders = ['images', 'svg', 'png-crashers', 'pngsuite-valid']

describe.skipIf(!hasShared('corpora/hostile/images'))('hostile pictures', () => {
  it.each(folders)(
    'of %s are printed or reported',
    async name => {
      const folder = new URL(`corpora/hostile/${name}/`, shared)
      const names = readdirSync(folder)
      const files = Object.fromEntries(
        names.map(one => [`/paper/${one}`, readFileSync(new URL(one, folder))]),
      )
      const text = names.map(one => `![Picture ${one}.](${one}){width=20mm}\n`).join('\n')
      const host = memoryHost({ ...files, '/paper/article.md': text }, diskHost)
      const options = { path: '/paper/article.md', library, output: '/out' }
      const { outputs, files: read } = await build({ ...options, formats: ['pdf', 'html'] }, host)
      expect([...outputs.keys()].map(one => one.replace(/.*\./, '')).sort()).toEqual(['html', 'pdf'])
      const messages = messageLines(read, '/paper')
      expect(messages.filter(line => line.endsWith('page-lost'))).toEqual([])
      const lost = messages.filter(line => line.endsWith('figure-broken'))
      if (name === 'pngsuite-valid') expect(lost).toEqual([])
      else expect(lost).not.toEqual([])
      // The HTML edition alone is made without a browser, and has the same messages.
      const web = await build({ ...options, formats: ['html'] }, host)
      expect(messageLines(web.files, '/paper').filter(line => line.endsWith('figure-broken'))).toEqual(lost)
    },
    120_000,
  )
})
