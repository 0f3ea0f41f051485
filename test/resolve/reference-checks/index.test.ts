/**
 * Each folder of `test/fixtures/reference-checks/` is a manuscript with a bibliography. Its `messages.txt`
 * contains the messages of a build, and those that the command `check` has beyond them, without places.
 * UPDATE=1 writes these files again; read the difference before you keep it.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { check, diskHost, jsonMessages } from '../../../pipeline/index.ts'
import type { CheckDepth } from '../../../pipeline/resolve/reference-checks/index.ts'
import { library } from '../../build-article.ts'
import { expectedText } from '../../expected-text.ts'

const fixtures = fileURLToPath(new URL('../../fixtures/reference-checks', import.meta.url))
const depths: readonly CheckDepth[] = ['build', 'cited', 'all']

async function messagesOf(name: string, depth: CheckDepth): Promise<readonly string[]> {
  const path = join(fixtures, name)
  const { files } = await check({ path, library, references: { depth } }, diskHost)
  return jsonMessages(files, path).map(
    ({ file, severity, reason, rule, note = '' }) =>
      `  ${file}  ${severity}  ${reason}  ${rule}\n      ${note}`,
  )
}

describe('the checks of the references', () => {
  it.each(readdirSync(fixtures))('%s', async name => {
    const lines: string[] = []
    for (const depth of depths) {
      const messages = await messagesOf(name, depth)
      lines.push(depth, ...messages.filter(message => !lines.includes(message)))
    }
    const text = `${lines.join('\n')}\n`
    expect(text).toBe(expectedText(join(fixtures, name, 'messages.txt'), text))
  })

  it('report nothing about a correct bibliography', async () => {
    for (const depth of depths) expect(await messagesOf('clean', depth)).toEqual([])
  })
})
