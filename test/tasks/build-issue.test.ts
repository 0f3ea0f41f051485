/** An issue is built with one browser. If it fails, another one is started, and no article is lost. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { messageLines } from '../../pipeline/cli/report/terminal.ts'
import { diskHost, memoryHost } from '../../pipeline/host/index.ts'
import { buildIssue, findArticles } from '../../pipeline/tasks/build-issue.ts'
import type * as puppeteer from '../../pipeline/tools/browser/puppeteer.ts'
import { type Browser, BrowserError, launchBrowser } from '../../pipeline/tools/browser/puppeteer.ts'
import { sharedBrowser } from '../../pipeline/tools/browser/shared-browser.ts'
import { library } from '../build-article.ts'

vi.mock(import('../../pipeline/tools/browser/puppeteer.ts'), async original => {
  const real = await original()
  return { ...real, launchBrowser: vi.fn(real.launchBrowser) }
})
const launch = vi.mocked(launchBrowser)

beforeEach(() => void launch.mockClear())
afterEach(() => void launch.mockRestore())

/** Without a process: its pages do nothing. */
function fakeBrowser() {
  const closed: string[] = []
  const page = {
    fill: async () => {},
    run: async () => Promise.reject(new Error('The fake page runs no hands.')),
    hide: async () => {},
    enlarge: async () => {},
    print: async () => new Uint8Array(),
    screenshot: async () => new Uint8Array(),
    requests: [],
    close: async () => void closed.push('page'),
  }
  const browser: Browser = {
    open: async () => page,
    begin: async () => page,
    version: () => 'fake',
    busyTime: () => 0,
    close: async () => void closed.push('browser'),
  }
  return { browser, closed }
}

/** As one whose process ended while it was asked for a page. */
function deadBrowser(): Browser {
  const fail = async () => {
    throw new BrowserError('ended', 'The browser ended unexpectedly.', 'Start it again.')
  }
  return { ...fakeBrowser().browser, open: fail, begin: fail }
}

/** A browser whose process ends when it is to show an article with this title; so do all its other pages. */
function brokenBy(title: string, browser: Browser): Browser {
  return {
    ...browser,
    async begin(html, view) {
      const page = await browser.begin(html, view)
      return {
        ...page,
        async fill(body, head) {
          if (head.title !== title) return await page.fill(body, head)
          await browser.close()
          throw new BrowserError('ended', 'The browser ended unexpectedly.', 'Start it again.')
        },
      }
    },
  }
}

describe('a shared browser', () => {
  it('is started once and stays open when a borrower closes it; only the pages of the borrower are closed', async () => {
    const { browser, closed } = fakeBrowser()
    launch.mockResolvedValue(browser)
    const shared = sharedBrowser()
    for (const _ of [1, 2]) {
      const borrowed = await shared.borrow()
      await borrowed.begin('')
      await borrowed.close()
      await borrowed.close()
      await borrowed.open('')
    }
    expect(launch).toHaveBeenCalledTimes(1)
    expect(closed).toEqual(['page', 'page', 'page', 'page'])
    await shared.end()
    await shared.end()
    expect(closed.at(-1)).toBe('browser')
    expect(closed).toHaveLength(5)
  })

  it('is started again after it has ended', async () => {
    const first = fakeBrowser()
    launch.mockResolvedValue(fakeBrowser().browser)
    const shared = sharedBrowser(Promise.resolve(first.browser))
    await shared.borrow()
    expect(launch).not.toHaveBeenCalled()
    await shared.end()
    await shared.borrow()
    expect(launch).toHaveBeenCalledTimes(1)
    expect(first.closed).toEqual(['browser'])
  })

  it('is replaced once if two borrowers find that it has failed', async () => {
    const [first, second] = [fakeBrowser(), fakeBrowser()]
    launch.mockResolvedValue(second.browser)
    const shared = sharedBrowser(Promise.resolve(first.browser))
    const borrowers = [await shared.borrow(), await shared.borrow()]
    for (const borrower of borrowers) {
      await shared.replace(borrower)
      await shared.borrow()
    }
    expect(first.closed).toEqual(['browser'])
    expect(second.closed).toEqual([])
    expect(launch).toHaveBeenCalledTimes(1)
  })
})

describe('an issue', () => {
  const textOf = (name: string) => `---\ntitle: Article ${name}\nauthors: [John Snow]\n---\n\nText.\n`
  const files = Object.fromEntries(['a', 'b', 'c'].map(name => [`/issue/${name}/${name}.md`, textOf(name)]))

  async function make(browser?: Promise<Browser>) {
    const host = memoryHost(files, diskHost)
    const found = await findArticles('/issue', host)
    if (!found) throw new Error('The test issue has no articles')
    const options = { library, formats: ['pdf', 'html'], output: '/output', browser } as const
    const made = await buildIssue(found, options, host)
    const written = [...host.files.keys()]
      .filter(name => name.startsWith('/output/'))
      .map(name => name.slice(8))
    return { written: written.toSorted(), messages: messageLines(made.files, '/issue') }
  }
  const pages = ['a.html', 'b.html', 'c.html', 'index.html']

  it('starts one browser for its articles', async () => {
    const { written, messages } = await make()
    expect(written).toEqual([...pages, 'a.pdf', 'b.pdf', 'c.pdf'].toSorted())
    expect(messages).toEqual([])
    expect(launch).toHaveBeenCalledTimes(1)
  })

  it('starts another browser for its articles if the first browser fails', async () => {
    const { written, messages } = await make(Promise.resolve(deadBrowser()))
    expect(written).toEqual([...pages, 'a.pdf', 'b.pdf', 'c.pdf'].toSorted())
    expect(messages).toEqual([])
    expect(launch).toHaveBeenCalledTimes(1)
  })

  it('has an article without pages if it is what breaks browsers, and all other articles are complete', async () => {
    const { launchBrowser: real } = await vi.importActual<typeof puppeteer>(
      '../../pipeline/tools/browser/puppeteer.ts',
    )
    launch.mockImplementation(async () => brokenBy('Article b', await real()))
    const { written, messages } = await make()
    expect(written).toEqual([...pages, 'a.pdf', 'c.pdf'].toSorted())
    expect(messages).toEqual([
      'b/b.md  error  Missing pages of the article: The browser ended unexpectedly.  browser-failed',
      '    Start it again.',
    ])
  })

  it('has web editions if no browser can be started, and starts none for each article', async () => {
    launch.mockRejectedValue(new BrowserError('missing', 'There is no browser.', 'Install one.'))
    const { written, messages } = await make()
    expect(written).toEqual(pages)
    const lines = ['a', 'b', 'c'].map(
      name => `${name}/${name}.md  error  Missing pages of the article: There is`,
    )
    expect(messages.filter(line => !line.startsWith(' '))).toEqual(
      lines.map(line => expect.stringContaining(line)),
    )
    expect(launch).toHaveBeenCalledTimes(1)
  })
})

it('says that an offprint.yml in the folder of an article is not read', async () => {
  const article = '---\ntitle: T\nauthor: A Doe\n---\n\nText.\n'
  const host = memoryHost(
    {
      '/issue/a/article.md': article,
      '/issue/b/article.md': article,
      '/issue/b/offprint.yml': 'style: letters\n',
    },
    diskHost,
  )
  const found = await findArticles('/issue', host)
  if (!found) throw new Error('The issue was not found')
  const { files } = await buildIssue(found, { formats: ['html'], library, output: '/out' }, host)
  expect(messageLines(files, '/issue')[0]).toMatch(
    /^b\/offprint\.yml {2}warning {2}Unused offprint\.yml.*settings-unread$/,
  )
})
