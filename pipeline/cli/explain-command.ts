/**
 * `offprint explain`: prints how the metadata of an article was understood, or what a message means.
 */
import { Command } from 'commander'
import { resolve } from '../host/paths.ts'
import { isRuleId, type RuleId, rules } from '../model/diagnostics.ts'
import type { Dialect } from '../model/dialect.ts'
import { nearestWord } from '../values/nearest-word.ts'
import { dialectOption, here } from './command-line.ts'
import { bounded } from './limit-options.ts'
import { addReportOptions, printReport, type ReportFlags, sayer } from './report/print-report.ts'

export const explainCommand = new Command('explain')
  .description('Show what is understood of the metadata of an article, or what a message means.')
  .argument('[manuscript or rule]', 'the folder of the manuscript, its Markdown file, or the name of a rule')
  .addOption(dialectOption())
  .option('--rules', 'list the rules of all messages')
  .addHelpText(
    'after',
    `
Examples:
  offprint explain manuscript         each value of the metadata, and where it comes from
  offprint explain figure-missing     what the message means, with an example
  offprint explain --rules            all rules`,
  )
  .action(runExplain)
addReportOptions(explainCommand, 'the same as JSON, with the messages')

interface ExplainFlags extends ReportFlags {
  readonly dialect?: Dialect
  readonly rules?: boolean
}

async function runExplain(subject: string | undefined, flags: ExplainFlags): Promise<void> {
  if (flags.rules) return await listRules(flags)
  if (subject === undefined) return explainCommand.error('Missing manuscript or rule, or --rules.')
  if (isRuleId(subject)) return await explainRule(subject, flags)
  return await explainManuscript(subject, flags)
}

async function explainManuscript(manuscript: string, flags: ExplainFlags): Promise<void> {
  const [{ explain }, { explanationLines }, { diskHost }, { jsonMessages }, { jsonText }] = await Promise.all(
    [
      import('../tasks/explain.ts'),
      import('./explain-table.ts'),
      import('../host/index.ts'),
      import('./report/json.ts'),
      import('./report/visible-text.ts'),
    ],
  )
  const path = resolve(here(), manuscript)
  const { explanation, files } = await bounded(path, () => explain(path, diskHost, flags.dialect))
  if (!explanation) refuseMisspeltRule(manuscript)
  const { json, ...reportFlags } = flags
  if (json) process.stdout.write(`${jsonText({ ...explanation, messages: jsonMessages(files, here()) })}\n`)
  else if (explanation) for (const line of explanationLines(explanation)) sayer(flags)(line)
  process.exitCode = await printReport(files, reportFlags)
}

/** Ends with a message about wrong usage if what is no manuscript looks like the name of a rule. */
function refuseMisspeltRule(subject: string): void {
  const nearest = /^[a-z]+(?:-[a-z]+)+$/i.test(subject) && nearestWord(subject, Object.keys(rules))
  if (nearest) explainCommand.error(`There is no rule \`${subject}\`. Did you mean \`${nearest}\`?`)
}

async function explainRule(rule: RuleId, flags: ExplainFlags): Promise<void> {
  const { ruleData, ruleText } = await import('./report/rule-text.ts')
  const { jsonText } = await import('./report/visible-text.ts')
  process.stdout.write(`${flags.json ? jsonText(ruleData(rule)) : ruleText(rule)}\n`)
}

async function listRules({ json }: ExplainFlags): Promise<void> {
  // The cast is safe: these are the keys of `rules`.
  const names = Object.keys(rules) as RuleId[]
  if (json) {
    const { ruleData } = await import('./report/rule-text.ts')
    const { jsonText } = await import('./report/visible-text.ts')
    process.stdout.write(`${jsonText(names.map(ruleData))}\n`)
    return
  }
  const width = Math.max(...names.map(name => name.length))
  for (const name of names) {
    const { severity, meaning } = rules[name]
    process.stdout.write(`${name.padEnd(width)}  ${severity.padEnd(7)}  ${meaning}\n`)
  }
}
