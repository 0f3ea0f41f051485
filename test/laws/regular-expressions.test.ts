/**
 * No regular expression of the pipeline needs exponential or cubic time. Every literal is tried on texts that
 * repeat its own characters and fail at their ends, within a limit of time that such a search passes.
 */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createContext, Script } from 'node:vm'
import { parseAst } from 'rolldown/parseAst'
import { expect, it } from 'vitest'

interface Literal {
  readonly place: string
  readonly pattern: string
  readonly flags: string
}

const pipeline = fileURLToPath(new URL('../../pipeline', import.meta.url))
const SIZE = 200
const MILLISECONDS = 500

/** Every regular-expression literal with a repetition, each once. */
function literals(): readonly Literal[] {
  const found = new Map<string, Literal>()
  for (const file of globSync('**/*.ts', { cwd: pipeline })) {
    const text = readFileSync(`${pipeline}/${file}`, 'utf8')
    const nodes: unknown[] = [parseAst(text, { lang: 'ts' })]
    for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
      if (typeof node !== 'object' || node === null) continue
      nodes.push(...Object.values(node).filter(inner => typeof inner === 'object' && inner !== null))
      // Of ESTree: a literal with `regex` is a regular expression.
      const { regex, start } = node as { regex?: { pattern: string; flags: string }; start?: number }
      if (!regex || !/[*+]|\{\d+,/.test(regex.pattern)) continue
      const line = text.slice(0, start).split('\n').length
      found.set(`${regex.pattern}/${regex.flags}`, { ...regex, place: `${file}:${line}` })
    }
  }
  return [...found.values()]
}

/** Texts that could make the search for `pattern` long. */
function attacks({ pattern }: Literal): readonly string[] {
  const plain = pattern.replace(/\\[pP]\{[^}]*\}|\\[a-zA-Z]|\(\?<?[:=!\w]+>?|[()|?*+^$]/g, ' ')
  const start = /^[^\s[\]{}\\]+/.exec(plain.trim())?.[0] ?? ''
  const characters = [...new Set(plain.replaceAll('\\', ''))].slice(0, 12)
  const pumps = [...characters, ' ', '\t', '\n', 'a', '0', '-', '%', 'a ', '- ', '\\ ', ' a,', '- \t']
  const words = plain
    .split(' ')
    .map(word => word.replaceAll('\\', ''))
    .filter(word => word.length > 1)
  // What opens and what closes, such as a comment, one after the other.
  const wordPumps = words.slice(0, 8).flatMap((word, index) => [word, word + (words[index + 1] ?? '')])
  return [...new Set([...pumps, ...wordPumps.filter(pump => pump.length < 20)])].flatMap(pump => {
    const text = pump.repeat(SIZE / pump.length)
    const opened =
      words.includes(pump) || wordPumps.includes(pump) ? [`${start}[${text}`, `${start} [${text}`] : []
    return [
      ...opened,
      `${text}\u0001`,
      `${start}${text}\u0001`,
      `${start}a${text}\u0001`,
      `${start} ${text}b\u0001\n`,
    ]
  })
}

const context = createContext({})
const script = new Script('for (const text of texts) text.search(new RegExp(pattern, flags))')

function isSlow(literal: Literal): boolean {
  Object.assign(context, literal, { texts: attacks(literal) })
  try {
    script.runInContext(context, { timeout: MILLISECONDS })
    return false
  } catch (error) {
    // The error is of the realm of Node, not of the test.
    if (/Script execution timed out/.test(String(error))) return true
    throw error
  }
}

it('notices expressions that backtrack without end', () => {
  const bad = [
    '^ {0,3}-{2,}(?: *-+)* *$',
    String.raw`(?:\s|%.*)*=`,
    '^(?:a+)+$',
    String.raw`<!D[^[>]*(?:\[(?:<!--[\s\S]*?-->|(?!<!--)[^\]])*\])?>`,
  ]
  expect(bad.filter(pattern => !isSlow({ place: '', pattern, flags: '' }))).toEqual([])
})

it('every expression of the pipeline ends in time on texts of its own characters', () => {
  const all = literals()
  expect(all.length).toBeGreaterThan(500)
  expect(all.filter(isSlow).map(({ place }) => place)).toEqual([])
})
