/** The size of web editions. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { diskHost } from '../../../pipeline/host/index.ts'
import { build } from '../../../pipeline/tasks/build.ts'
import { library } from '../../build-article.ts'

const sample = fileURLToPath(new URL('../../../manuscript', import.meta.url))
const host = { ...diskHost, write: async () => {} }

it.each(readdirSync(library).filter(name => name !== 'base'))(
  'the sample in %s weighs less than 400 KB without its images',
  async style => {
    const { outputs } = await build(
      { path: sample, style, library, formats: ['html'], output: '/nowhere' },
      host,
    )
    const html = new TextDecoder().decode([...outputs.values()][0])
    const bare = html.replace(/(<img [^>]*src=")[^"]*/g, '$1')
    expect(bare.length).toBeLessThan(html.length)
    expect(bare.length).toBeLessThan(400_000)
  },
)
