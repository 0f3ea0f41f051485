/**
 * The command `offprint`. Reads arguments, runs the build, prints progress, files and messages. Exit
 * status: 0 done (warnings are allowed), 1 errors in the manuscript or no browser, 2 wrong usage.
 */
import { join, relative, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import type { VFile } from 'vfile'
import type { Format } from './build.ts'
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
  .argument('<manuscript>', 'the folder of the manuscript, or its Markdown file')
  .option('-s, --style <journal>', 'a journal by name, or by the path of its folder (./my-journal)')
  .option('--csl <style>', "a CSL style in place of the journal's: by name, or by its file (./my-style.csl)")
  .option('-t, --to <formats>', `what to make, joined by commas: ${allFormats.join(', ')}`, readFormats, [
    'pdf',
    'html',
  ])
  .option('-o, --output <folder>', 'where the files go (default: output/ beside the manuscript)')
  .option('-l, --line-numbers [every]', 'number the lines of each column', readEvery)
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
  const isPrinted = flags.to.some(format => format === 'pdf' || format === 'pages')
  const browser = isPrinted ? await earlyBrowser() : undefined
  // Loaded here, so that --help and wrong usage answer at once.
  const [{ build }, { diskHost }, console] = await Promise.all([
    import('./build.ts'),
    import('./host/index.ts'),
    import('./console.ts'),
  ])
  const path = resolve(here, manuscript)
  const output = resolve(
    here,
    flags.output ?? join(/\.(md|markdown|qmd|rmd)$/i.test(path) ? join(path, '..') : path, 'output'),
  )
  const started = performance.now()
  const say = (line: string) => flags.quiet || process.stdout.write(`${line}\n`)

  const { outputs, files, pageCount } = await build(
    {
      path,
      style: flags.style?.includes('/') ? resolve(here, flags.style) : flags.style,
      csl: flags.csl?.includes('/') && !/^https?:/.test(flags.csl) ? resolve(here, flags.csl) : flags.csl,
      library,
      formats: flags.to,
      lineNumbers: flags.lineNumbers === true ? 5 : flags.lineNumbers,
      browser: browser?.ready,
      output,
      onProgress: step => say(`${((performance.now() - started) / 1000).toFixed(2).padStart(6)} s  ${step}`),
    },
    diskHost,
  )
  for (const [name, data] of outputs) {
    const pages = name.endsWith('.pdf') ? console.plural(pageCount ?? 0, 'page') : ''
    say(
      `${relative(here, join(output, name))}  ${[console.sizeText(data.length), pages].filter(Boolean).join(', ')}`,
    )
  }
  process.exitCode = sayMessages(files, console)
  if (outputs.size === 0) process.stderr.write('Nothing was written.\n')
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

function readEvery(value: string): number {
  if (/^[1-9]\d?$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Expected a number from 1 to 99: every how many lines.')
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
