/** An article that takes too much time or memory: a message, and all else is made. */
import { expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { build } from '../../pipeline/tasks/build.ts'
import { buildIssue, findArticles } from '../../pipeline/tasks/build-issue.ts'
import { check } from '../../pipeline/tasks/check.ts'
import type { Browser } from '../../pipeline/tools/browser/puppeteer.ts'
import { LimitError } from '../../pipeline/tools/watchdog/limits.ts'
import type { Watchdog } from '../../pipeline/tools/watchdog/watchdog.ts'
import { library } from '../build-article.ts'

const quiet = { ...diskHost, write: async () => {} }
const text = `---\ntitle: Wells\n---\n\n${'Water $x$ is wet.\n\n'.repeat(30)}`

/** Ends the work on articles with this name at the beginning of a stage. */
function endsAt(ended: string, name: string): Watchdog {
  return {
    close: async () => {},
    watch(path) {
      const { promise, reject } = Promise.withResolvers<never>()
      promise.catch(() => {})
      return {
        bound: work => Promise.race([promise, work]),
        stage: stage => {
          if (path.endsWith(name) && stage === ended) reject(new LimitError({ of: 'cpu', limit: 60 }))
        },
        addBrowser: () => {},
        end: () => {},
      }
    },
  }
}

/** A browser that never answers. */
function hung(): Browser {
  const open = () => new Promise<never>(() => {})
  return {
    open,
    begin: open,
    version: () => 'HeadlessChrome/153.0',
    busyTime: () => 0,
    close: async () => {},
  }
}

const messagesOf = (files: Awaited<ReturnType<typeof build>>['files']) =>
  files.flatMap(file => file.messages).filter(({ ruleId }) => ruleId === 'limit-reached')

it('makes the web edition if the pages take too much', async () => {
  const host = memoryHost({ '/paper/article.md': text }, quiet)
  const { outputs, files } = await build(
    {
      path: '/paper',
      library,
      formats: ['pdf', 'html'],
      browser: Promise.resolve(hung()),
      output: '/out',
      watchdog: endsAt('typeset', 'paper'),
    },
    host,
  )
  expect([...outputs.keys()]).toEqual(['paper.html'])
  const [message, ...others] = messagesOf(files)
  expect(others).toEqual([])
  expect(message?.reason).toBe(
    'Unexpected end of the make-up of the pages: it takes more than 60 s of processor time',
  )
  expect(message?.note).toMatch(/^The article has 1 kB of text, 30 paragraphs, 30 formulas\. Make smaller/)
})

it('writes nothing if the text takes too much, not even later', async () => {
  const host = memoryHost({ '/paper/article.md': text }, quiet)
  const watchdog = endsAt('layout', 'paper')
  const { outputs, files } = await build(
    { path: '/paper', library, formats: ['html'], output: '/out', watchdog },
    host,
  )
  await new Promise(done => setTimeout(done, 50))
  expect(outputs.size).toBe(0)
  expect([...host.files.keys()].filter(path => path.startsWith('/out'))).toEqual([])
  expect(messagesOf(files).map(({ reason }) => reason)).toEqual([
    'Unexpected end of the layout of the article: it takes more than 60 s of processor time',
  ])
})

it('builds the other articles of an issue', async () => {
  const host = memoryHost(
    { '/issue/a/article.md': text, '/issue/b/article.md': text, '/issue/c/article.md': text },
    quiet,
  )
  const found = await findArticles('/issue', host)
  if (!found) throw new Error('no issue')
  const watchdog = endsAt('resolve', '/b')
  const { articles, outputs, files } = await buildIssue(
    found,
    { library, formats: ['html'], output: '/out', watchdog },
    host,
  )
  expect(articles.map(article => [...article.outputs.keys()])).toEqual([['a.html'], [], ['c.html']])
  expect([...outputs.keys()]).toEqual(['index.html'])
  expect(messagesOf(files)).toHaveLength(1)
})

it('ends a check', async () => {
  const host = memoryHost({ '/paper/article.md': text }, quiet)
  const bound = () => Promise.reject(new LimitError({ of: 'memory', limit: 1074 }))
  const watch = () => ({ bound, stage: () => {}, addBrowser: () => {}, end: () => {} })
  const watchdog = { watch, close: async () => {} }
  const { files } = await check({ path: '/paper', library, watchdog }, host)
  expect(messagesOf(files).map(({ reason }) => reason)).toEqual([
    'Unexpected end of the check of the article: it takes more than 1,074 MB of memory',
  ])
})
