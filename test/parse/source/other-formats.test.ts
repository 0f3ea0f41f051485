/** Articles in formats that are not read: notebooks and LaTeX. */
import { describe, expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { findManuscript } from '../../../pipeline/parse/index.ts'

describe('an article that is not Markdown', () => {
  it.each([
    ['/paper', 'paper.ipynb'],
    ['/paper/paper.ipynb', 'paper.ipynb'],
    ['/paper', 'paper.tex'],
  ])('is refused with advice how to convert it: %s has %s', async (path, name) => {
    const host = memoryHost({ [`/paper/${name}`]: '{}' }, diskHost)
    const { file, isReadable } = await findManuscript(path, host)
    expect(isReadable).toBe(false)
    const [message] = file.messages
    expect(message?.ruleId).toBe('manuscript-missing')
    expect(message?.reason).toContain(`Unexpected ${name}`)
    expect(message?.note).toContain('Convert it once')
  })
})
