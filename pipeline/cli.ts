/**
 * The command `offprint`. Reads arguments, runs the build, prints progress, files and messages. Exit
 * status: 0 done (warnings are allowed), 1 errors in the manuscript or no browser, 2 wrong usage.
 */
import { join, relative, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { VFile } from 'vfile'
import type { BuildResult, Format } from './build.ts'
import type { Browser } from './tools/puppeteer.ts'

const library = fileURLToPath(new URL('../styles', import.meta.url))
/** Where the user stands: npm runs scripts in the folder of the package, and says where it was called. */
const here = process.env.npm_lifecycle_event ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd()

interface Flags {
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

const program = new Command('offprint')
  .description(
    'Turns a folder with a Markdown manuscript, a bibliography and figures into the journal article.',
  )
  .exitOverride()
  .showHelpAfterError('(offprint --help shows how it is used)')

program
  .command('build')
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
    new Option('--images <place>', 'large images of the web edition: in the page, or files beside it')
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

program
  .command('explain')
  .description('Show what is understood of the metadata of an article, and where it comes from.')
  .argument('<manuscript>', 'the folder of the manuscript, or its Markdown file')
  .option('--json', 'the same as JSON')
  .action(runExplain)

program
  .command('check')
  .description('Say what is wrong with an article and its references, without making pages.')
  .argument('<manuscript>', 'the folder of the manuscript, or its Markdown file')
  .option('-s, --style <journal>', 'a journal by name, or by the path of its folder (./my-journal)')
  .option('-a, --all', 'look at all works of the bibliography, not only at the cited ones')
  .option('--retractions <file>', "a snapshot of Retraction Watch's database (CSV)")
  .option('--journal-abbreviations <file>', 'a list of journals: JabRef (CSV) or J_Medline.txt')
  .option('--strict', 'warnings, too, make the exit status 1')
  .option('--json', 'the messages as JSON')
  .addHelpText(
    'after',
    `
Examples:
  offprint check manuscript                        all messages but those about pages
  offprint check paper.md --all --strict           for whoever takes in manuscripts
  offprint check paper.md --retractions retraction_watch.csv

Both lists may also lie beside the manuscript (retractions.csv, journal-abbreviations.csv), or be named in its front
matter (retractions:, journal-abbreviations:) or by OFFPRINT_RETRACTIONS and OFFPRINT_JOURNAL_ABBREVIATIONS,
which hold for builds too. Nothing is fetched.`,
  )
  .action(runCheck)

interface CheckFlags {
  readonly style?: string
  readonly all?: boolean
  readonly retractions?: string
  readonly journalAbbreviations?: string
  readonly strict?: boolean
  readonly json?: boolean
}

async function runCheck(manuscript: string, flags: CheckFlags): Promise<void> {
  const [{ check, checkMessages }, { diskHost }, console] = await Promise.all([
    import('./check.ts'),
    import('./host/index.ts'),
    import('./console.ts'),
  ])
  const { files } = await check(
    {
      path: resolve(here, manuscript),
      style: styleOf(flags),
      library,
      references: { ...referenceFiles(flags), depth: flags.all ? 'all' : 'cited' },
    },
    diskHost,
  )
  const tally = console.tally(files)
  if (flags.json) process.stdout.write(`${JSON.stringify(checkMessages(files, here), undefined, 2)}\n`)
  else sayMessages(files, console)
  process.exitCode = tally.error > 0 || (flags.strict && tally.warning > 0) ? 1 : 0
}

/** The lists that references are held against, by option or else by the environment. */
function referenceFiles(flags: Pick<CheckFlags, 'retractions' | 'journalAbbreviations'> = {}) {
  const absolute = (path: string | undefined) => (path ? resolve(here, path) : undefined)
  return {
    retractions: absolute(flags.retractions ?? process.env.OFFPRINT_RETRACTIONS),
    journalAbbreviations: absolute(flags.journalAbbreviations ?? process.env.OFFPRINT_JOURNAL_ABBREVIATIONS),
  }
}

function styleOf({ style }: { readonly style?: string }): string | undefined {
  return style?.includes('/') ? resolve(here, style) : style
}

const citeCommand = program
  .command('cite')
  .description('Look works up by their identifiers and add them to the bibliography. This uses the network.')
  .argument('[id...]', 'DOI, PMID (pmid:…), PMCID, arXiv number or ISBN, or an address of one')
  .option('-m, --manuscript <path>', 'the folder of the manuscript, or its Markdown file', '.')
  .option(
    '-b, --bibliography <file>',
    'the file to add to (.bib, .json, .yaml; default: that of the front matter)',
  )
  .option('-k, --key <key>', 'the citation key, where one work is looked up', readKey)
  .option('--missing', 'also all identifiers that the manuscript cites and its bibliography lacks')
  .option('-n, --dry-run', 'show what would be added, write nothing')
  .option('--json', 'print the works as CSL-JSON')
  .option('--timeout <seconds>', 'how long to wait for an answer', readSeconds, 20)
  .addHelpText(
    'after',
    `
Examples:
  offprint cite 10.1371/journal.pmed.0020124             a DOI, into the bibliography of the manuscript here
  offprint cite pmid:16060722 arXiv:1407.3561 -m paper   several, for the manuscript in paper/
  offprint cite 978-0-262-51763-8 --key book             a book, under a key of your own
  offprint cite --missing -m paper                       all that is cited as [@doi:…] and not there yet
  offprint cite 10.5281/zenodo.1234567 --json --dry-run  look only

What is in the file stays as it is; new entries come to its end. Registries: doi.org (Crossref, DataCite, arXiv),
NCBI, Open Library, Google Books, or mirrors: OFFPRINT_DOI_URL, OFFPRINT_PUBMED_URL, OFFPRINT_OPENLIBRARY_URL,
OFFPRINT_GOOGLE_BOOKS_URL. OFFPRINT_MAILTO is sent to them as an address to write to. Proxies: HTTPS_PROXY.`,
  )
  .action(runCite)

interface CiteFlags {
  readonly manuscript: string
  readonly bibliography?: string
  readonly key?: string
  readonly missing?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly timeout: number
}

async function runCite(ids: readonly string[], flags: CiteFlags): Promise<void> {
  if (ids.length === 0 && !flags.missing) citeCommand.error('Missing identifier, or --missing.')
  if (flags.key !== undefined && (ids.length !== 1 || flags.missing)) {
    citeCommand.error('Unexpected --key, expected it with one identifier.')
  }
  const [{ cite }, { citeLines }, { registriesOf }, { useProxies }, { diskHost }, console] =
    await Promise.all([
      import('./cite.ts'),
      import('./cite-lines.ts'),
      import('./tools/look-up.ts'),
      import('./tools/fetch-text.ts'),
      import('./host/index.ts'),
      import('./console.ts'),
    ])
  useProxies(process.env)
  const isDry = flags.dryRun ?? false
  const result = await cite(
    {
      ids,
      missing: flags.missing,
      path: resolve(here, flags.manuscript),
      bibliography: flags.bibliography && resolve(here, flags.bibliography),
      key: flags.key,
      isDry,
      lookUp: {
        registries: registriesOf(process.env),
        timeout: flags.timeout,
        mailto: process.env.OFFPRINT_MAILTO,
      },
    },
    diskHost,
  )
  const items = result.works.map(({ item }) => item)
  const lines = flags.json ? [JSON.stringify(items, undefined, 2)] : citeLines(result, { from: here, isDry })
  for (const line of lines) process.stdout.write(`${line}\n`)
  process.exitCode = sayMessages(result.files, console)
  if (items.length === 0 && process.exitCode === 0 && !flags.json)
    process.stdout.write('Nothing is missing.\n')
}

async function runExplain(manuscript: string, { json }: { readonly json?: boolean }): Promise<void> {
  const [{ explain }, { explanationLines }, { diskHost }, console] = await Promise.all([
    import('./explain.ts'),
    import('./explain-table.ts'),
    import('./host/index.ts'),
    import('./console.ts'),
  ])
  const { explanation, files } = await explain(resolve(here, manuscript), diskHost)
  if (explanation && json) process.stdout.write(`${JSON.stringify(explanation, undefined, 2)}\n`)
  else if (explanation) process.stdout.write(`${explanationLines(explanation).join('\n')}\n`)
  process.exitCode = sayMessages(files, console)
}

async function runBuild(manuscript: string, flags: Flags): Promise<void> {
  const path = resolve(here, manuscript)
  const isPrinted = flags.to.some(format => format === 'pdf' || format === 'pages')
  const browser = isPrinted ? await earlyBrowser() : undefined
  // Loaded here, so that --help and wrong usage answer at once.
  const [{ build }, { buildIssue, findArticles }, { diskHost }, console] = await Promise.all([
    import('./build.ts'),
    import('./build-issue.ts'),
    import('./host/index.ts'),
    import('./console.ts'),
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
    csl: flags.csl?.includes('/') && !/^https?:/.test(flags.csl) ? resolve(here, flags.csl) : flags.csl,
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
  const articles = await findArticles(path, diskHost)
  if (articles.length > 0) await (await browser?.ready)?.close()
  const made =
    articles.length > 0
      ? await buildIssue(articles, options, diskHost)
      : await build({ ...options, path, browser: browser?.ready }, diskHost)
  const results = 'articles' in made ? [...made.articles, made] : [made]
  for (const one of results) sayFiles(one)
  process.exitCode = sayMessages(made.files, console)
  if (results.every(({ outputs }) => outputs.size === 0)) process.stderr.write('Nothing was written.\n')
}

/** Prints the messages; returns the exit status that they mean. */
function sayMessages(files: readonly VFile[], console: typeof import('./console.ts')): 0 | 1 {
  for (const line of console.messageLines(files, here)) process.stderr.write(`${line}\n`)
  const tally = console.tally(files)
  if (tally.error + tally.warning > 0) process.stderr.write(`${console.tallyText(tally)}\n`)
  return tally.error > 0 ? 1 : 0
}

/** A browser that starts while the pipeline is loaded: answers when its process is there, long before it is ready. */
async function earlyBrowser(): Promise<{ readonly ready: Promise<Browser> }> {
  const { launchBrowser } = await import('./tools/puppeteer.ts')
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
  if (URL.canParse(value) && /^https?:/i.test(value)) return value
  throw new InvalidArgumentError('Expected an address such as https://journal.org/articles/.')
}

function readEvery(value: string): number {
  if (/^[1-9]\d?$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Expected a number from 1 to 99: every how many lines.')
}

/** What can be cited as it stands. */
function readKey(value: string): string {
  if (/^[A-Za-z0-9_](?:[\w:.+/-]*\w)?$/.test(value)) return value
  throw new InvalidArgumentError('Expected letters, digits and - _ : . + / such as snow1855.')
}

function readSeconds(value: string): number {
  if (/^\d+(?:\.\d+)?$/.test(value) && Number(value) > 0 && Number(value) <= 600) return Number(value)
  throw new InvalidArgumentError('Expected a number of seconds from 1 to 600.')
}

// Whoever reads the output, such as `head`, may have enough of it: the build goes on unheard.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', error => {
    if (!('code' in error && error.code === 'EPIPE')) throw error
  })
}

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else if (error instanceof Error && ('remedy' in error || 'syscall' in error)) {
    // A tool that is missing, or a file or folder that the system does not let us use.
    const remedy =
      'remedy' in error
        ? String(error.remedy)
        : 'Look at the rights of the file or folder, and at the space on the disk.'
    process.stderr.write(`${error.message}\n    ${remedy}\n`)
    process.exitCode = 1
  } else throw error
}
