/** `offprint explain`: prints how the metadata of an article was understood. */

import { Command } from 'commander'
import { resolve } from '../host/paths.ts'
import type { Dialect } from '../model/dialect.ts'
import { dialectOption, here } from './command-line.ts'
import { addReportOptions, printReport, type ReportFlags, sayer } from './report/print-report.ts'

export const explainCommand = new Command('explain')
  .description('Show what is understood of the metadata of an article, and where it comes from.')
  .argument('<manuscript>', 'the folder of the manuscript, or its Markdown file')
  .addOption(dialectOption())
  .action(runExplain)
addReportOptions(explainCommand, 'the same as JSON, with the messages')

interface ExplainFlags extends ReportFlags {
  readonly dialect?: Dialect
}

async function runExplain(manuscript: string, flags: ExplainFlags): Promise<void> {
  const [{ explain }, { explanationLines }, { diskHost }, { jsonMessages }, { jsonText }] = await Promise.all(
    [
      import('../tasks/explain.ts'),
      import('./explain-table.ts'),
      import('../host/index.ts'),
      import('./report/json.ts'),
      import('./report/visible-text.ts'),
    ],
  )
  const { explanation, files } = await explain(resolve(here(), manuscript), diskHost, flags.dialect)
  const { json, ...reportFlags } = flags
  if (json) process.stdout.write(`${jsonText({ ...explanation, messages: jsonMessages(files, here()) })}\n`)
  else if (explanation) for (const line of explanationLines(explanation)) sayer(flags)(line)
  process.exitCode = await printReport(files, reportFlags)
}
