/** `offprint explain`: prints how the metadata of an article was understood. */

import { Command } from 'commander'
import { resolve } from '../host/paths.ts'
import type { Dialect } from '../model/dialect.ts'
import { dialectOption, here, printMessages } from './command-line.ts'

export const explainCommand = new Command('explain')
  .description('Show what is understood of the metadata of an article, and where it comes from.')
  .argument('<manuscript>', 'the folder of the manuscript, or its Markdown file')
  .addOption(dialectOption())
  .option('--json', 'the same as JSON')
  .action(runExplain)

interface ExplainFlags {
  readonly json?: boolean
  readonly dialect?: Dialect
}

async function runExplain(manuscript: string, { json, dialect }: ExplainFlags): Promise<void> {
  const [{ explain }, { explanationLines }, { diskHost }, terminal] = await Promise.all([
    import('../tasks/explain.ts'),
    import('./explain-table.ts'),
    import('../host/index.ts'),
    import('./report/terminal.ts'),
  ])
  const { explanation, files } = await explain(resolve(here(), manuscript), diskHost, dialect)
  if (explanation && json) process.stdout.write(`${JSON.stringify(explanation, undefined, 2)}\n`)
  else if (explanation) process.stdout.write(`${explanationLines(explanation).join('\n')}\n`)
  process.exitCode = printMessages(files, terminal)
}
