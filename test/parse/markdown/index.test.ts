/**
 * Each folder of test/fixtures/markdown contains a manuscript, `input.md`, and its tree without positions,
 * `tree.json`. `UPDATE=1` writes the trees anew. The key `dialect` of the front matter says how it is read.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { dialectNamed } from '../../../pipeline/model/dialect.ts'
import { parseMarkdown } from '../../../pipeline/parse/markdown/index.ts'
import { expectedText } from '../../expected-text.ts'

const fixtures = new URL('../../fixtures/markdown/', import.meta.url)

describe('parseMarkdown', () => {
  for (const name of readdirSync(fixtures).toSorted()) {
    test(name, () => {
      const source = readFileSync(new URL(`${name}/input.md`, fixtures), 'utf8')
      const file = new VFile(source)
      const dialect = dialectNamed(/^dialect: (\w+)$/m.exec(source)?.[1] ?? '')
      if (dialect) file.data.dialect = dialect
      const tree = withoutPositions(parseMarkdown(file))
      const treeFile = new URL(`${name}/tree.json`, fixtures)
      const text = `${JSON.stringify(tree, null, 2)}\n`
      expect(text).toBe(expectedText(treeFile, text))
    })
  }
})

function withoutPositions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPositions)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => key !== 'position')
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutPositions(inner)]))
}
