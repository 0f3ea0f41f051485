/** A mistake of Offprint itself: a message and a report, and all outputs that can be made. */
import { expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { build } from '../../pipeline/tasks/build.ts'
import { buildIssue, findArticles } from '../../pipeline/tasks/build-issue.ts'
import { check } from '../../pipeline/tasks/check.ts'
import { mistakeText } from '../../pipeline/tasks/own-mistakes.ts'
import type { Browser } from '../../pipeline/tools/browser/puppeteer.ts'
import { library } from '../build-article.ts'

const article = '---\ntitle: Wells\nbibliography: refs.bib\n---\n\nSecret words.\n'
const quiet = { ...diskHost, write: async () => {} }

/** A browser that throws an error of ours as soon as a page is opened. */
const broken = (): Browser => {
  const fail = async () => {
    throw new TypeError('Cannot read "Secret words"')
  }
  return {
    open: fail,
    begin: fail,
    version: () => 'HeadlessChrome/153.0',
    busyTime: () => 0,
    close: async () => {},
  }
}

/** A disk on which reading the bibliography throws an error of ours. */
function faultyHost(files: Readonly<Record<string, string>>, path: string) {
  const host = memoryHost(files, quiet)
  const read = async (asked: string) => {
    if (asked === path) throw new RangeError('Maximum call stack size exceeded')
    return await host.read(asked)
  }
  return { ...host, read, files: host.files }
}

it('makes the web edition if typesetting fails, and writes a report without the words of the manuscript', async () => {
  const host = memoryHost({ '/paper/article.md': article, '/paper/refs.bib': '' }, quiet)
  const browser = Promise.resolve(broken())
  const result = await build(
    { path: '/paper', library, formats: ['pdf', 'html'], browser, output: '/out' },
    host,
  )
  expect([...result.outputs.keys()]).toEqual(['paper.html'])
  const [message] = result.files
    .flatMap(file => file.messages)
    .filter(({ ruleId }) => ruleId === 'stage-failed')
  expect(message?.reason).toContain('`typeset`')
  expect(message?.note).toContain('/out/paper.offprint-report.txt')
  const report = new TextDecoder().decode(host.files.get('/out/paper.offprint-report.txt'))
  expect(report).toContain('Stage: typeset')
  expect(report).toContain('Error: TypeError: Cannot read …')
  expect(report).toMatch(/ at .*own-mistakes\.test\.ts:\d+:\d+/)
  expect(report).not.toContain('Secret')
})

it('builds the other articles of an issue, and its page', async () => {
  const files = {
    '/issue/a/article.md': article,
    '/issue/a/refs.bib': '',
    '/issue/b/article.md': article,
    '/issue/b/refs.bib': '',
  }
  const host = faultyHost(files, '/issue/a/refs.bib')
  const found = await findArticles('/issue', host)
  if (!found) throw new Error('The test issue has no articles')
  const { files: read, outputs } = await buildIssue(
    found,
    { library, formats: ['html'], output: '/out' },
    host,
  )
  expect([...outputs.keys()]).toEqual(['index.html'])
  expect([...host.files.keys()].filter(name => name.startsWith('/out/'))).toEqual([
    '/out/a.offprint-report.txt',
    '/out/b.html',
    '/out/index.html',
  ])
  const failed = read.flatMap(file => file.messages).filter(({ ruleId }) => ruleId === 'stage-failed')
  expect(failed.map(({ reason }) => reason)).toEqual([
    'Unexpected end of `parse`, by a mistake of Offprint: RangeError: Maximum call stack size exceeded',
  ])
})

it('is a message of a check, too', async () => {
  const host = faultyHost({ '/paper/article.md': article, '/paper/refs.bib': '' }, '/paper/refs.bib')
  const { files } = await check({ path: '/paper', library }, host)
  expect(files.flatMap(file => file.messages).map(({ ruleId }) => ruleId)).toContain('stage-failed')
})

it('says in the report where the program and the manuscript are at fault', () => {
  const place = { start: { line: 3, column: 5 }, end: { line: 3, column: 9 } }
  const error = Object.assign(new RangeError('too deep: `the text`'), { place })
  const text = mistakeText({ error, stage: 'layout' })
  expect(text).toContain('Place: line 3, column 5 of the manuscript')
  expect(text).toContain('Error: RangeError: too deep: …')
  expect(text).not.toContain('the text')
})
