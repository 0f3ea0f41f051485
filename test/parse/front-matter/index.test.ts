/**
 * Each folder of fixtures/front-matter contains a manuscript with the front matter of one convention. Its
 * metadata.json contains the expected metadata, ignored keys and messages. UPDATE=1 rewrites these files:
 * read the diff before you commit it.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { messageLines } from '../../../pipeline/cli/report/terminal.ts'
import { diskHost } from '../../../pipeline/host/index.ts'
import { findManuscript, readMetadata } from '../../../pipeline/parse/index.ts'
import { expectedText } from '../../expected-text.ts'

const fixtures = fileURLToPath(new URL('../../fixtures/front-matter', import.meta.url))
const names = readdirSync(fixtures)

/** The expected content of metadata.json, as text. */
async function metadataOf(name: string): Promise<string> {
  const root = join(fixtures, name)
  const file = readdirSync(root, { recursive: true, encoding: 'utf8' }).find(path =>
    path.endsWith('article.md'),
  )
  const manuscript = await findManuscript(join(root, file ?? 'article.md'), diskHost)
  const { metadata, account, files } = await readMetadata(manuscript.file, manuscript.folder, diskHost)
  const ignored = account.ignored.map(({ origin, why }) => `${origin.key}: ${why}`)
  const messages = messageLines([manuscript.file, ...files], root)
  return `${JSON.stringify({ metadata, ignored, messages }, undefined, 2)}\n`
}

describe('the metadata, ignored keys and messages of a manuscript', () => {
  test.each(names)('are as expected: %s', async name => {
    const answer = await metadataOf(name)
    expect(answer).toBe(expectedText(join(fixtures, name, 'metadata.json'), answer))
  })
})
