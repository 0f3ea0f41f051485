/**
 * Each folder of fixtures/bad-input is a manuscript with mistakes and, in messages.txt, what the command
 * line says of them. UPDATE=1 writes the answers again; read the difference before you keep it.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { messagesOf } from '../../pipeline/cli/report/messages.ts'
import { messageLines, tally, tallyText } from '../../pipeline/cli/report/terminal.ts'
import { build, diskHost } from '../../pipeline/index.ts'
import { library } from '../build-article.ts'
import { expectedText } from '../expected-text.ts'

const fixtures = fileURLToPath(new URL('../fixtures/bad-input', import.meta.url))

async function builtMessages(path: string): Promise<{ text: string; html: string | undefined }> {
  const { files, outputs } = await build(
    { path, library, formats: ['html'], output: '/nowhere' },
    { ...diskHost, write: async () => {} },
  )
  const lines = [...messageLines(files, path), tallyText(tally(messagesOf(files)))]
  const html = [...outputs.values()][0]
  return { text: `${lines.join('\n')}\n`, html: html && new TextDecoder().decode(html) }
}

describe('bad input', () => {
  it.each(readdirSync(fixtures))('%s', async name => {
    const { text } = await builtMessages(join(fixtures, name))
    expect(text).toBe(expectedText(join(fixtures, name, 'messages.txt'), text))
  })

  it.each([
    ['missing-figure', 'Missing image: figures/map.png'],
    ['unknown-citation', '<mark class="problem">see haloran2018?, 3</mark>'],
    ['unresolved-reference', '@fig:mpa'],
    ['broken-math', '\\frac{1}{2'],
    ['broken-yaml', 'The text is printed all the same.'],
    ['footnotes', '[^none]'],
    ['unknown-affiliation', 'london'],
  ])('%s leaves a visible mark in the output', async (name, mark) => {
    const { html } = await builtMessages(join(fixtures, name))
    expect(html).toContain(mark)
  })

  it.each(['empty', 'only-front-matter', 'not-utf8', 'two-manuscripts', 'no-manuscript'])(
    '%s makes no output',
    async name => {
      const { html } = await builtMessages(join(fixtures, name))
      expect(html).toBeUndefined()
    },
  )
})
