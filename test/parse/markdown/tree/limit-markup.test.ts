/** Markup beyond what an author writes: it is read in time, stays in the text, and is reported. */
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../../../pipeline/parse/markdown/index.ts'
import { branchesOf } from '../../../../pipeline/parse/markdown/tree/branches.ts'
import { limitMarkup } from '../../../../pipeline/parse/markdown/tree/limit-markup.ts'
import { reportUnread } from '../../../../pipeline/parse/passes/unread.ts'

const kinds: readonly (readonly [name: string, make: (size: number) => string])[] = [
  ['nested emphasis', size => `${'*a **a '.repeat(size)}b${' a** a*'.repeat(size)}`],
  ['openers without closers', size => 'a **a '.repeat(size)],
  ['closers without openers', size => 'a] '.repeat(size)],
  ['brackets', size => `${'['.repeat(size)}a${']'.repeat(size)}`],
  ['unclosed links', size => '[a](<b '.repeat(size)],
  ['quotations', size => `${'> '.repeat(size)}a`],
  ['lists', size => `${'- '.repeat(size)}a`],
]

const parsed = (text: string) => parseMarkdown(new VFile({ path: 'article.md', value: text }))
const texts = (text: string) =>
  branchesOf(parsed(text))
    .flatMap(({ children }) => children)
    .map(node => ('value' in node ? node.value : ''))
    .join('')

function seconds(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  return process.cpuUsage(start).user / 1e6
}

describe('too much markup', () => {
  it.each(kinds)('%s: is read in time, no word is lost, one message', (_, make) => {
    const text = make(4000)
    expect(seconds(() => parsed(text))).toBeLessThan(5)
    const words = (source: string) => source.match(/[ab]/g)?.length ?? 0
    expect(words(texts(text))).toBe(words(text))
    const file = new VFile({ path: 'article.md', value: text })
    reportUnread(parseMarkdown(file), file)
    expect(file.messages.map(({ ruleId }) => ruleId)).toContain('syntax-unread')
  })

  it('backticks without partners stay backticks', () => {
    const text = Array.from({ length: 300 }, (_, size) => `e${'`'.repeat(size + 1)}`).join('')
    expect(texts(text)).toBe(text)
    expect(parsed(text).data?.excessMarkup?.length).toBeGreaterThan(0)
  })
})

describe('text within the limits', () => {
  it.each([
    ['emphasis', '*a* **b** '.repeat(100)],
    ['quotations', `${'> '.repeat(20)}a`],
    ['code with many marks', `\`\`\`\n${'a[0] *= b\n'.repeat(200)}\`\`\``],
    ['code spans', '`a` '.repeat(400)],
    [
      'backticks of many lengths',
      Array.from({ length: 25 }, (_, size) => `e${'`'.repeat(size + 1)}`).join(' '),
    ],
    ['marks of notes and links', 'a[^1] [b](c) [d] '.repeat(1500)],
    ['lines to fill in', 'Name: ______________________ '.repeat(60)],
    ['asterisks between spaces', 'a * b '.repeat(1500)],
    ['rows of a table', `| a | b |\n|---|---|\n${'| *a* | [b](c) |\n'.repeat(600)}`],
  ])('%s: is left alone', (_, text) => {
    expect(limitMarkup(text)).toEqual({ text, standIns: undefined })
  })

  it('citations beyond the limit stay in their bracket, and are reported', () => {
    const tree = parsed(`Text [${'@a; '.repeat(1200)}@a].`)
    expect(tree.data?.excessMarkup).toHaveLength(1)
    expect(JSON.stringify(tree)).toContain('@a; @a')
  })

  it('marks in code beyond the limit stay as they are and are not reported', () => {
    const code = '['.repeat(3000)
    const tree = parsed(`\`\`\`\n${code}\n\`\`\`\n`)
    expect(tree.children[0]).toMatchObject({ type: 'code', value: code })
    expect(tree.data?.excessMarkup).toBeUndefined()
  })
})
