/** The sample article and those of the benchmark, built with the browser: pages, PDF and web edition. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { BrowserError, type BuildResult, build, diskHost, memoryHost } from '../../pipeline/index.ts'
import { launchBrowser } from '../../pipeline/tools/browser/puppeteer.ts'
import { inspectPdf, type PdfFacts } from '../../pipeline/tools/pdf/inspect.ts'
import { library } from '../build-article.ts'
import { hasProgram, hasShared } from '../needs.ts'
import { printingBrowser } from '../printer.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const quiet = { ...diskHost, write: async () => {} }

async function buildBoth(path: string, style: string): Promise<BuildResult> {
  return await build(
    { path, style, library, formats: ['pdf', 'html'], browser: printingBrowser(), output: '/nowhere' },
    quiet,
  )
}

function outputOf(result: BuildResult, ending: string): Uint8Array {
  const found = [...result.outputs].find(([name]) => name.endsWith(ending))
  if (!found) throw new Error(`No ${ending} was made`)
  return found[1]
}

/** With poppler, where it is installed: the text as a reader copies it. */
function textOfPdf(bytes: Uint8Array): string {
  const { stdout } = spawnSync('pdftotext', ['-', '-'], { input: bytes, maxBuffer: 1 << 26 })
  return stdout.toString().replace(/\s+/g, ' ')
}
const hasPoppler = hasProgram('pdftotext', 'poppler-utils')

describe('the sample article', () => {
  let result: BuildResult
  let facts: PdfFacts
  beforeAll(async () => {
    result = await buildBoth(join(root, 'manuscript'), 'ijmsrp')
    facts = await inspectPdf(outputOf(result, '.pdf'))
  })

  it('is built without a message', () => {
    expect(result.files.flatMap(file => file.messages)).toEqual([])
    expect([...result.outputs.keys()].sort()).toEqual(['manuscript.html', 'manuscript.pdf'])
  })

  it('is a tagged PDF with its metadata, two pages and embedded TrueType fonts', () => {
    expect(facts.pages).toBe(2)
    expect(facts.title).toBe('Calcinosis cutis')
    expect(facts.author).toBe('Rakesh Jain; Priyanka Jain')
    expect(facts.language).toBe('en')
    expect(facts.isTagged).toBe(true)
    expect(facts.unmarked).toBe(0)
    expect(facts.outline).toContain('Calcinosis cutis')
    expect(facts.fonts.filter(font => !font.isEmbedded || font.subtype === 'Type3')).toEqual([])
    expect(facts.alternatives.filter(text => /nodules/.test(text))).toHaveLength(2)
  })

  it.runIf(hasPoppler)('shows on its pages what the journal prints', () => {
    const text = textOfPdf(outputOf(result, '.pdf'))
    for (const item of [
      'Images',
      'Rakesh Jain1 , Priyanka Jain2',
      'Department of Pediatrics, IMCH Hospital, Government Medical College, Calicut, Kerala, India',
      '(Figure 1a and b)',
      'procedures.1,2',
      'into the cells.3',
      'Figure 1: (a)',
      'REFERENCES',
      'Indian J Dermatol Venereol Leprol 2009;75:180-1.',
      'Corresponding Author:',
      'rakesh.jain@example.org',
      'How to cite this article: Jain R, Jain P. Calcinosis cutis. Inter J Medical Sci Res Prac 2015;2(1):54-55.',
      'Received: 15 Feb 2015; Accepted: 25 Feb 2015; Published: 31 Mar 2015',
      '© 2015 International Journal of Medical Science Research and Practice available on www.ijmsrp.com',
      'Jain and Jain: Calcinosis cutis',
      'Inter J Medical Sci Res Prac Vol 2, Issue 1, 2015',
      ' 55',
    ]) {
      expect(text.replace(/ ?, /g, ', ')).toContain(item.replace(/ ?, /g, ', '))
    }
    expect(text).not.toContain('\u00AD')
  })

  it('has the same bytes in a second build', async () => {
    const again = await buildBoth(join(root, 'manuscript'), 'ijmsrp')
    for (const ending of ['.pdf', '.html']) {
      expect(Buffer.from(outputOf(again, ending)).equals(outputOf(result, ending))).toBe(true)
    }
  })

  it('is one HTML file that loads nothing and runs only its own script', () => {
    const html = new TextDecoder().decode(outputOf(result, '.html'))
    expect(html).not.toMatch(/\son\w+=/)
    const [, script = ''] = /<script>(.*?)<\/script>/s.exec(html) ?? []
    expect(html.match(/<script/g)).toHaveLength(2)
    expect(html).toContain('<script type="application/ld+json">')
    expect(html).toContain(`sha256-${createHash('sha256').update(script).digest('base64')}`)
    expect([...html.matchAll(/(?:src|url\()["'(]*(?!data:|#)(https?:|file:|\/)/g)]).toEqual([])
    expect(html).toContain('Rakesh Jain')
  })
})

const articles = join(root, '../shared/bench/articles')
const hasArticles = hasShared('bench/articles')

describe.runIf(hasArticles)('the benchmark’s articles in another journal', () => {
  it.each(['S', 'M', 'L'])('%s builds without a message', async name => {
    const result = await buildBoth(join(articles, name), 'transactions')
    expect(result.files.flatMap(file => file.messages.map(String))).toEqual([])
    const facts = await inspectPdf(outputOf(result, '.pdf'))
    expect(facts.isTagged).toBe(true)
    expect(facts.unmarked).toBe(0)
    expect(facts.fonts.filter(font => !font.isEmbedded || font.subtype === 'Type3')).toEqual([])
  })
})

it('pages of a browser that is too old are made, with a warning', async () => {
  const browser = printingBrowser().then(real => ({ ...real, version: () => 'HeadlessChrome/99.0' }))
  const paper = memoryHost({ '/paper/article.md': '---\ntitle: T\n---\n\nWords.\n' }, quiet)
  const options = { path: '/paper/article.md', library, formats: ['pages'] as const, browser, output: '/out' }
  const { files, outputs } = await build(options, paper)
  const old = files.flatMap(file => file.messages).filter(({ ruleId }) => ruleId === 'browser-old')
  expect(old.map(({ reason }) => reason)).toEqual([expect.stringContaining('HeadlessChrome/99.0')])
  expect([...outputs.keys()]).toEqual(['paper.pages.json'])
})

it('an article is built in another browser if the first one is killed', async () => {
  const paper = memoryHost({ '/paper/article.md': '---\ntitle: T\n---\n\nWords.\n' }, quiet)
  const browser = launchBrowser()
  const kill = async () => process.kill(-((await browser).processes?.group ?? 0), 'SIGKILL')
  const steps: string[] = []
  const onProgress = (step: string) => {
    steps.push(step)
    if (step === 'typeset' && steps.filter(known => known === step).length === 1) void kill()
  }
  const options = { path: '/paper/article.md', library, formats: ['pdf'] as const, output: '/out' }
  const { files, outputs } = await build({ ...options, browser, onProgress }, paper)
  expect(files.flatMap(file => file.messages).map(String)).toEqual([])
  expect(steps.filter(step => step === 'typeset')).toHaveLength(2)
  const { outputs: usual } = await build({ ...options, browser: printingBrowser() }, paper)
  expect(Buffer.compare(outputs.get('paper.pdf') ?? Buffer.of(), usual.get('paper.pdf') ?? Buffer.of())).toBe(
    0,
  )
})

it('the web edition is made if there is no browser, and a message says why there are no pages', async () => {
  const paper = memoryHost({ '/paper/article.md': '---\ntitle: T\n---\n\nWords.\n' }, quiet)
  const browser = Promise.reject(new BrowserError('missing', 'There is no browser.', 'Start it again.'))
  const formats = ['pdf', 'html'] as const
  const options = { path: '/paper/article.md', library, formats, browser, output: '/out' }
  const { files, outputs } = await build(options, paper)
  const messages = files.flatMap(file => file.messages).map(({ ruleId, note }) => [ruleId, note])
  expect(messages.filter(([rule]) => rule === 'browser-failed')).toEqual([
    ['browser-failed', 'Start it again.'],
  ])
  expect([...outputs.keys()]).toEqual(['paper.html'])
})
