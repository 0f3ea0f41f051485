/** `offprint explain`: prints how the metadata of an article was understood. */
import { resolve } from 'node:path'
import { Command } from 'commander'
import { here, printMessages } from './command-line.ts'

export const explainCommand = new Command('explain')
  .description('Show what is understood of the metadata of an article, and where it comes from.')
  .argument('<manuscript>', 'the folder of the manuscript, or its Markdown file')
  .option('--json', 'the same as JSON')
  .action(runExplain)

async function runExplain(manuscript: string, { json }: { readonly json?: boolean }): Promise<void> {
  const [{ explain }, { explanationLines }, { diskHost }, terminal] = await Promise.all([
    import('../tasks/explain.ts'),
    import('./explain-table.ts'),
    import('../host/index.ts'),
    import('./report/terminal.ts'),
  ])
  const { explanation, files } = await explain(resolve(here(), manuscript), diskHost)
  if (explanation && json) process.stdout.write(`${JSON.stringify(explanation, undefined, 2)}\n`)
  else if (explanation) process.stdout.write(`${explanationLines(explanation).join('\n')}\n`)
  process.exitCode = printMessages(files, terminal)
}
