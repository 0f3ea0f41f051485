/** `offprint build`: one article, or an issue of several. */

import { setTimeout as wait } from 'node:timers/promises'
import { Command, InvalidArgumentError, Option } from 'commander'
import { join, relative, resolve } from '../host/paths.ts'
import type { Dialect } from '../model/dialect.ts'
import type { BuildResult } from '../tasks/build.ts'
import { outputFolder } from '../tasks/output-folder.ts'
import { type Format, formats, needsPages, outputs } from '../tasks/outputs.ts'
import { nameMistake } from '../tasks/settings/output-name.ts'
import { type SettingsFlags, settingsFiles } from './apply-settings.ts'
import {
  addTrustOptions,
  cslOf,
  dialectOption,
  here,
  library,
  type ReferenceFlags,
  referenceFiles,
  styleOf,
  type TrustFlags,
  trustOf,
} from './command-line.ts'
import { addLimitOptions, type LimitFlags, watchdogOf } from './limit-options.ts'
import { addReportOptions, printReport, type ReportFlags, sayer } from './report/print-report.ts'
import { visibleText } from './report/visible-text.ts'

interface BuildFlags extends TrustFlags, LimitFlags, SettingsFlags, ReferenceFlags, ReportFlags {
  readonly style?: string
  readonly csl?: string
  readonly dialect?: Dialect
  readonly to: readonly Format[]
  readonly output?: string
  readonly name?: string
  readonly open?: boolean
  readonly timings?: boolean
  readonly lineNumbers?: number | true
  readonly site?: string
  readonly images: 'inside' | 'beside'
}

/** What was written: name → bytes, or their number. */
interface Written {
  readonly outputs: ReadonlyMap<string, Uint8Array | number>
  readonly pageCount?: number
}

export const buildCommand = new Command('build')
  .description('Build an article: pages (PDF) and web edition (HTML).')
  .argument(
    '<manuscript>',
    'the folder of the manuscript, its Markdown file, or a folder of several manuscripts',
  )
  .option('-s, --style <journal>', 'a journal by name, or by the path of its folder (./my-journal)')
  .option('--csl <style>', "a CSL style in place of the journal's: by name, or by its file (./my-style.csl)")
  .addOption(dialectOption())
  .addOption(
    new Option('-t, --to <formats>', `what to make, joined by commas: ${formats.join(', ')}`)
      .argParser(readFormats)
      .default(['pdf', 'html'], 'pdf,html'),
  )
  .option('-o, --output <folder>', 'where the files go (default: output/ beside the manuscript)')
  .option(
    '-n, --name <name>',
    'the base name of the output files (default: as the manuscript is called)',
    readName,
  )
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
  .option('--open', 'open the PDF, or the web edition if no PDF is made')
  .option('--timings', 'print how long each step took, and the browser in it')
  .addHelpText(
    'after',
    `
Outputs of --to:
${outputLines()}

Examples:
  offprint build manuscript                        PDF and HTML in the style that the front matter names
  offprint build paper.md --style transactions     the same article in another journal
  offprint build paper.md --to html -o public      the web edition alone
  offprint build paper.md --to article             what was understood and decided, as JSON

The files are named after the manuscript's file, or after its folder if the file is called
article, paper, index or main; --name gives them another name. Options may also stand in an offprint.yml in
the folder of the manuscript or above it (docs/command-line.md).`,
  )
  .action(runBuild)
addTrustOptions(buildCommand)
addLimitOptions(buildCommand)
addReportOptions(buildCommand)

async function runBuild(manuscript: string, flags: BuildFlags): Promise<void> {
  const path = resolve(here(), manuscript)
  const browser = flags.to.some(needsPages) ? await earlyBrowser() : undefined
  // These modules are loaded only now, so that --help and wrong usage answer at once.
  const [watchdog, { build }, { buildIssue, findArticles }, { diskHost }, terminal] = await Promise.all([
    watchdogOf(flags),
    import('../tasks/build.ts'),
    import('../tasks/build-issue.ts'),
    import('../host/index.ts'),
    import('./report/terminal.ts'),
  ])
  const output = resolve(here(), flags.output ?? outputFolder(path))
  const started = performance.now()
  const say = sayer(flags)
  const sayFiles = ({ outputs, pageCount }: Written) => {
    for (const [name, made] of outputs) {
      const pages = name.endsWith('.pdf') ? terminal.plural(pageCount ?? 0, 'page') : ''
      const bytes = typeof made === 'number' ? made : made.length
      const size = [terminal.sizeText(bytes), pages].filter(Boolean).join(', ')
      say(`${relative(here(), join(output, name))}  ${size}`)
    }
  }
  const options = {
    style: styleOf(flags),
    csl: cslOf(flags),
    library,
    dialect: flags.dialect,
    formats: flags.to,
    ...trustOf(flags),
    watchdog,
    fromSettings: [
      ...(flags.fromSettings ?? []),
      ...(flags.output === undefined ? (['output'] as const) : []),
    ],
    references: referenceFiles(flags),
    severity: flags.severity,
    lineNumbers: flags.lineNumbers === true ? 5 : flags.lineNumbers,
    site: flags.site,
    images: flags.images,
    output,
    onProgress: (step: string) =>
      say(`${((performance.now() - started) / 1000).toFixed(2).padStart(6)} s  ${step}`),
  }
  const found = await findArticles(path, diskHost)
  if (found && flags.name !== undefined) await refuseName(flags)
  const withBrowser = { ...options, browser: browser?.ready }
  const built = found
    ? await buildIssue(found, withBrowser, diskHost)
    : await build({ ...withBrowser, path, slug: flags.name }, diskHost)
  if (browser) await sayUnsandboxed(flags)
  const results = 'articles' in built ? [...built.articles, built] : [built]
  for (const result of results) sayFiles(result)
  if (flags.timings) await printTimings('articles' in built ? built.articles : [built], flags)
  process.exitCode = await printReport([...settingsFiles(flags), ...built.files], flags)
  if (results.every(({ outputs }) => outputs.size === 0)) process.stderr.write('Nothing was written.\n')
  else if (flags.open) await openFirst(output, results.toReversed())
}

/** Says that the browser has no sandbox, unless the user has turned it off. */
async function sayUnsandboxed({ quiet }: ReportFlags): Promise<void> {
  const { isSandboxed } = await import('../tools/browser/browser-arguments.ts')
  if (quiet || process.env.OFFPRINT_NO_SANDBOX === '1' || isSandboxed(process.getuid?.(), process.env)) return
  const reason = 'The browser runs without its sandbox, which Chromium refuses to the superuser.'
  const remedy =
    'Run Offprint as a usual user. In a container, OFFPRINT_NO_SANDBOX=1 says that this is meant.'
  process.stderr.write(`${reason}\n    ${remedy}\n`)
}

/** Opens what a reader wants to see first. `results`: the one with the page of an issue is first. */
async function openFirst(output: string, results: readonly Written[]): Promise<void> {
  const { fileToOpen, openFile } = await import('./open-file.ts')
  const name = fileToOpen(results.flatMap(({ outputs }) => [...outputs.keys()]))
  if (name === undefined) return
  const failure = await openFile(join(output, name))
  if (failure !== undefined)
    process.stderr.write(`${visibleText(`${name} could not be opened: ${failure}`)}\n`)
}

/** A name is for the files of one article. Those of an issue are called as their folders are. */
async function refuseName({ settings }: BuildFlags): Promise<void> {
  const reason = 'Unexpected name of the output files: the files of an issue have the names of their folders'
  if (buildCommand.getOptionValueSource('name') === 'cli' || !settings)
    return buildCommand.error(`${reason}.`)
  const { report } = await import('../model/diagnostics.ts')
  report(settings.file, 'settings-invalid', {
    reason,
    place: settings.placeOf('name'),
    note: 'Remove `name`, or put it into the offprint.yml of one article.',
  })
}

async function printTimings(
  results: readonly Pick<BuildResult, 'timings'>[],
  flags: ReportFlags,
): Promise<void> {
  const { timingLines } = await import('./report/timing-lines.ts')
  const { user, system } = process.cpuUsage()
  const usage = { cpu: (user + system) / 1000, memory: process.resourceUsage().maxRSS * 1024 }
  const timings = results.flatMap(result => result.timings)
  for (const line of timingLines(timings, usage)) sayer({ ...flags, quiet: false })(line)
}

/**
 * Starts the browser before the stages are loaded. Returns when its process has begun, long before it is
 * ready.
 */
async function earlyBrowser() {
  const { startBrowser } = await import('../tasks/early-browser.ts')
  const ready = startBrowser()
  await wait(1)
  return { ready }
}

/** A line of the help for each output: `  html        the web edition`. */
function outputLines(): string {
  return formats.map(format => `  ${format.padEnd(12)}${outputs[format].contents}`).join('\n')
}

function readFormats(value: string): Format[] {
  return value.split(',').map(name => {
    const format = formats.find(known => known === name.trim())
    if (format) return format
    throw new InvalidArgumentError(`Unexpected "${name}", expected one or more of ${formats.join(', ')}.`)
  })
}

function readName(value: string): string {
  const mistake = nameMistake(value)
  if (mistake === undefined) return value
  throw new InvalidArgumentError(`Unexpected "${value}", ${mistake}.`)
}

function readAddress(value: string): string {
  if (!URL.canParse(value) || !/^https?:/i.test(value))
    throw new InvalidArgumentError('Expected an address such as https://journal.org/articles/.')
  // The names of the files are appended to the address, so the address must not have a query or a fragment.
  const mark = /[?#]/.exec(value)?.[0]
  if (mark !== undefined)
    throw new InvalidArgumentError(`Unexpected "${mark}", expected the address of a folder.`)
  return new URL(value).href
}

function readEvery(value: string): number {
  if (/^[1-9]\d?$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Expected a number from 1 to 99: every how many lines.')
}
