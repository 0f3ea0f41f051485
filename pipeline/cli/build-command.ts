/** `offprint build`: articles, and issues of several. */
import { join, relative, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Command, InvalidArgumentError, Option } from 'commander'
import type { BuildResult, Format } from '../tasks/build.ts'
import type { Browser } from '../tools/browser/puppeteer.ts'
import { cslOf, here, library, referenceFiles, sayMessages, styleOf } from './command-line.ts'

interface BuildFlags {
  readonly style?: string
  readonly csl?: string
  readonly to: readonly Format[]
  readonly output?: string
  readonly quiet?: boolean
  readonly lineNumbers?: number | true
  readonly site?: string
  readonly images: 'inside' | 'beside'
}

const allFormats: readonly Format[] = ['manuscript', 'article', 'hast', 'pages', 'html', 'pdf']

export const buildCommand = new Command('build')
  .description('Build an article: pages (PDF) and web edition (HTML).')
  .argument(
    '<manuscript>',
    'the folder of the manuscript, its Markdown file, or a folder of several manuscripts',
  )
  .option('-s, --style <journal>', 'a journal by name, or by the path of its folder (./my-journal)')
  .option('--csl <style>', "a CSL style in place of the journal's: by name, or by its file (./my-style.csl)")
  .option('-t, --to <formats>', `what to make, joined by commas: ${allFormats.join(', ')}`, readFormats, [
    'pdf',
    'html',
  ])
  .option('-o, --output <folder>', 'where the files go (default: output/ beside the manuscript)')
  .option('-l, --line-numbers [every]', 'number the lines of each column', readEvery)
  .option('--site <address>', 'the web address of the folder where the files will be published', readAddress)
  .addOption(
    new Option(
      '--images <place>',
      'large images of the web edition: in the page, or files beside it; SVG stays inside',
    )
      .choices(['inside', 'beside'])
      .default('inside'),
  )
  .option('-q, --quiet', 'print messages only')
  .addHelpText(
    'after',
    `
Examples:
  offprint build manuscript                        PDF and HTML in the style that the front matter names
  offprint build paper.md --style transactions     the same article in another journal
  offprint build paper.md --to html -o public      the web edition alone
  offprint build paper.md --to article             what was understood and decided, as JSON

The files are called after the manuscript's file, or after its folder where the file is called
article, paper, index or main.`,
  )
  .action(runBuild)

async function runBuild(manuscript: string, flags: BuildFlags): Promise<void> {
  const path = resolve(here, manuscript)
  const isPrinted = flags.to.some(format => format === 'pdf' || format === 'pages')
  const browser = isPrinted ? await earlyBrowser() : undefined
  // Loaded here, so that --help and wrong usage answer at once.
  const [{ build }, { buildIssue, findArticles }, { diskHost }, console] = await Promise.all([
    import('../tasks/build.ts'),
    import('../tasks/build-issue.ts'),
    import('../host/index.ts'),
    import('./report/terminal.ts'),
  ])
  const output = resolve(
    here,
    flags.output ?? join(/\.(md|markdown|qmd|rmd)$/i.test(path) ? join(path, '..') : path, 'output'),
  )
  const started = performance.now()
  const say = (line: string) => flags.quiet || process.stdout.write(`${line}\n`)
  const sayFiles = ({ outputs, pageCount }: Pick<BuildResult, 'outputs' | 'pageCount'>) => {
    for (const [name, data] of outputs) {
      const pages = name.endsWith('.pdf') ? console.plural(pageCount ?? 0, 'page') : ''
      const size = [console.sizeText(data.length), pages].filter(Boolean).join(', ')
      say(`${relative(here, join(output, name))}  ${size}`)
    }
  }
  const options = {
    style: styleOf(flags),
    csl: cslOf(flags),
    library,
    formats: flags.to,
    references: referenceFiles(),
    lineNumbers: flags.lineNumbers === true ? 5 : flags.lineNumbers,
    site: flags.site,
    images: flags.images,
    output,
    onProgress: (step: string) =>
      say(`${((performance.now() - started) / 1000).toFixed(2).padStart(6)} s  ${step}`),
  }
  const found = await findArticles(path, diskHost)
  const all = { ...options, browser: browser?.ready }
  const made = found ? await buildIssue(found, all, diskHost) : await build({ ...all, path }, diskHost)
  const results = 'articles' in made ? [...made.articles, made] : [made]
  for (const one of results) sayFiles(one)
  process.exitCode = sayMessages(made.files, console)
  if (results.every(({ outputs }) => outputs.size === 0)) process.stderr.write('Nothing was written.\n')
}

/** A browser that starts while the pipeline is loaded: answers when its process is there, long before it is ready. */
async function earlyBrowser(): Promise<{ readonly ready: Promise<Browser> }> {
  const { launchBrowser } = await import('../tools/browser/puppeteer.ts')
  const ready = launchBrowser()
  // Met where the browser is first needed.
  ready.catch(() => {})
  await wait(1)
  return { ready }
}

function readFormats(value: string): Format[] {
  return value.split(',').map(name => {
    const format = allFormats.find(one => one === name.trim())
    if (format) return format
    throw new InvalidArgumentError(`Unexpected "${name}", expected one or more of ${allFormats.join(', ')}.`)
  })
}

function readAddress(value: string): string {
  if (!URL.canParse(value) || !/^https?:/i.test(value))
    throw new InvalidArgumentError('Expected an address such as https://journal.org/articles/.')
  // The names of files are put after it.
  const mark = /[?#]/.exec(value)?.[0]
  if (mark !== undefined)
    throw new InvalidArgumentError(`Unexpected "${mark}", expected the address of a folder.`)
  return new URL(value).href
}

function readEvery(value: string): number {
  if (/^[1-9]\d?$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Expected a number from 1 to 99: every how many lines.')
}
