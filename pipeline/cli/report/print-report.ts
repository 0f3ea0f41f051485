/** Prints the messages of a command in the form that its options ask for, and says its exit status. */

import { type Command, Option } from 'commander'
import type { VFile } from 'vfile'
import { basename, dirname, resolve, slashed } from '../../host/paths.ts'
import { here } from '../command-line.ts'
import type { Report } from './report.ts'
import { machineReporters, type ReporterName, reporterNames } from './reporters.ts'
import { visibleText } from './visible-text.ts'

/** The options that all commands share that have messages. */
export interface ReportFlags {
  readonly reporter?: ReporterName
  readonly json?: boolean
  readonly reportFile?: string
  readonly strict?: boolean
  readonly quiet?: boolean
  readonly color?: boolean
}

/** Adds the options to a command. `json`: what its `--json` prints. */
export function addReportOptions(command: Command, json = 'the messages as JSON: --reporter json'): Command {
  const options = [
    new Option('--reporter <name>', 'the form of the messages').choices(reporterNames),
    new Option('--json', json).conflicts('reporter'),
    new Option(
      '--report-file <file>',
      'write the messages to this file in the form of --reporter, and print them for people',
    ),
    new Option('--strict', 'warnings, too, make the exit status 1'),
    new Option('-q, --quiet', 'print messages only'),
    new Option('--color', 'colours and lines of the source, also if the output is not a terminal'),
    new Option('--no-color', 'no colours'),
  ]
  for (const option of options) command.addOption(option.helpGroup('Messages:'))
  return command
}

/**
 * A function that prints a line about the progress or the result of a command: on standard output, or on
 * standard error if a report for programs is alone on standard output. With `--quiet`, it prints nothing.
 */
export function sayer(flags: ReportFlags): (line: string) => void {
  if (flags.quiet) return () => {}
  const stream = isAlone(flags) ? process.stderr : process.stdout
  return line => {
    stream.write(`${visibleText(line)}\n`)
  }
}

/**
 * Prints the messages of the files. Messages for people go to standard error; in a run of GitHub Actions,
 * they become annotations and a summary, too. Returns the exit status: 1 if a message is an error, or a
 * warning with `--strict`.
 */
export async function printReport(files: readonly VFile[], flags: ReportFlags): Promise<0 | 1> {
  const [{ messagesOf }, { repositoryFolder }, { version }, { tally }] = await Promise.all([
    import('./messages.ts'),
    import('./relative-path.ts'),
    import('../../host/version.ts'),
    import('./terminal.ts'),
  ])
  const report: Report = {
    messages: messagesOf(files),
    from: here(),
    root: repositoryFolder(here(), process.env),
    isStrict: flags.strict ?? false,
    version: version(),
  }
  const name = reporterOf(flags)
  const text = name === 'terminal' ? undefined : (await machineReporters[name].load())(report)
  if (text !== undefined && isAlone(flags)) process.stdout.write(text)
  else await printForPeople(report, flags)
  if (flags.reportFile !== undefined) await writeReport(flags.reportFile, text ?? (await plainText(report)))
  if (name === 'github' || !isAlone(flags)) await addSummary(report)
  const { error, warning } = tally(report.messages)
  return error > 0 || (report.isStrict && warning > 0) ? 1 : 0
}

function reporterOf({ json, reporter = 'terminal' }: ReportFlags): ReporterName {
  return json ? 'json' : reporter
}

/** Whether standard output has a report for programs, and nothing else. */
function isAlone(flags: ReportFlags): boolean {
  return reporterOf(flags) !== 'terminal' && flags.reportFile === undefined
}

async function printForPeople(report: Report, { color }: ReportFlags): Promise<void> {
  const [terminal, { wantsColours }, { githubAnnotations }] = await Promise.all([
    import('./terminal.ts'),
    import('./colours.ts'),
    import('./github.ts'),
  ])
  const { messages, from } = report
  if (messages.length === 0) return
  const { isTTY = false, columns = 80 } = process.stderr
  const hasColours = wantsColours(color, process.env, isTTY)
  const isRich = isTTY || hasColours
  const lines = isRich
    ? terminal.richLines(messages, from, { hasColours, width: columns })
    : terminal.plainLines(messages, from)
  const hint = isRich ? terminal.hintLines(messages, hasColours) : []
  const counts = terminal.tallyText(terminal.tally(messages), hasColours)
  process.stderr.write([...lines, counts, ...hint].map(line => `${line}\n`).join(''))
  if (process.env.GITHUB_ACTIONS === 'true') process.stderr.write(githubAnnotations(report))
}

async function plainText({ messages, from }: Report): Promise<string> {
  const { plainLines, tally, tallyText } = await import('./terminal.ts')
  const lines = [...plainLines(messages, from), tallyText(tally(messages))]
  return lines.map(line => `${line}\n`).join('')
}

async function writeReport(file: string, text: string): Promise<void> {
  const [{ diskHost }, { writeDevice }, { guardReport }] = await Promise.all([
    import('../../host/index.ts'),
    import('../../host/write-device.ts'),
    import('../../tasks/guard-writing.ts'),
  ])
  const path = resolve(here(), file)
  const bytes = new TextEncoder().encode(text)
  if (writeDevice(path, bytes)) return
  const host = await guardReport(slashed(path), here(), diskHost)
  await host.write(slashed(dirname(path)), new Map([[basename(path), bytes]]))
}

/** Adds to the summary of a run of GitHub Actions. */
async function addSummary(report: Report): Promise<void> {
  const path = process.env.GITHUB_STEP_SUMMARY
  if (!path) return
  const [{ githubSummary }, { diskHost }] = await Promise.all([
    import('./github-summary.ts'),
    import('../../host/index.ts'),
  ])
  const earlier = new TextDecoder().decode(await diskHost.read(path))
  const text = earlier + githubSummary(report, Buffer.byteLength(earlier))
  // The runner names the file.
  await diskHost.write(dirname(path), new Map([[basename(path), new TextEncoder().encode(text)]]))
}
