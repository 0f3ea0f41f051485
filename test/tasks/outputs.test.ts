/** The outputs: the build writes these files, and the guide of the command line and the help list them. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { build } from '../../pipeline/tasks/build.ts'
import { formats, needsPages, outputs } from '../../pipeline/tasks/outputs.ts'
import { library } from '../build-article.ts'

const options = { path: '/paper/article.md', slug: 'wells', library, output: '/out' } as const
const host = () => memoryHost({ '/paper/article.md': '# Wells\n\nWater.\n' }, diskHost)

describe('the list of outputs', () => {
  it('names the files of a build, in its order', async () => {
    const withoutPages = formats.filter(format => !needsPages(format))
    const built = await build({ ...options, formats: withoutPages.toReversed() }, host())
    const names = withoutPages.map(format => `wells.${outputs[format].extension}`)
    expect([...built.outputs.keys()]).toEqual(names)
    expect(built.pageCount).toBeUndefined()
  })

  it('gives each output another file name', () => {
    const extensions = formats.map(format => outputs[format].extension)
    expect(new Set(extensions).size).toBe(formats.length)
  })

  it('needs a browser only for pages', () => {
    expect(formats.filter(needsPages)).toEqual(['pages', 'pdf'])
  })

  it('is in the guide of the command line', () => {
    const guide = readFileSync(new URL('../../docs/command-line.md', import.meta.url), 'utf8')
    expect(formats.filter(format => !guide.includes(`| \`${format}\` |`))).toEqual([])
  })
})
