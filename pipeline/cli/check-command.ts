/** `offprint check`: prints what is wrong with an article and its references. */

import { Command } from 'commander'
import { resolve } from '../host/paths.ts'
import type { Dialect } from '../model/dialect.ts'
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

export const checkCommand = new Command('check')
  .description('Say what is wrong with an article and its references, without making pages.')
  .argument('<manuscript>', 'the folder of the manuscript, or its Markdown file')
  .option('-s, --style <journal>', 'a journal by name, or by the path of its folder (./my-journal)')
  .option('--csl <style>', "a CSL style in place of the journal's: by name, or by its file (./my-style.csl)")
  .addOption(dialectOption())
  .option('-a, --all', 'look at all works of the bibliography, not only at the cited ones')
  .option('--retractions <file>', "a snapshot of Retraction Watch's database (CSV)")
  .option('--journal-abbreviations <file>', 'a list of journals: JabRef (CSV) or J_Medline.txt')
  .addHelpText(
    'after',
    `
Examples:
  offprint check manuscript                        all messages but those about pages
  offprint check paper.md --all --strict           for editors who take in manuscripts
  offprint check paper.md --retractions retraction_watch.csv

Both lists may also be files beside the manuscript (retractions.csv, journal-abbreviations.csv), or be named in its
front matter (retractions:, journal-abbreviations:) or in the environment variables OFFPRINT_RETRACTIONS and
OFFPRINT_JOURNAL_ABBREVIATIONS, which hold for builds too. Nothing is fetched.`,
  )
  .action(runCheck)
addTrustOptions(checkCommand)
addLimitOptions(checkCommand)
addReportOptions(checkCommand)

interface CheckFlags extends TrustFlags, LimitFlags, ReferenceFlags, SettingsFlags, ReportFlags {
  readonly style?: string
  readonly csl?: string
  readonly dialect?: Dialect
  readonly all?: boolean
}

async function runCheck(manuscript: string, flags: CheckFlags): Promise<void> {
  const [watchdog, { check }, { diskHost }] = await Promise.all([
    watchdogOf(flags),
    import('../tasks/check.ts'),
    import('../host/index.ts'),
  ])
  const checked = await check(
    {
      path: resolve(here(), manuscript),
      style: styleOf(flags),
      csl: cslOf(flags),
      library,
      dialect: flags.dialect,
      ...trustOf(flags),
      watchdog,
      fromSettings: flags.fromSettings,
      references: { ...referenceFiles(flags), depth: flags.all ? 'all' : 'cited' },
      severity: flags.severity,
    },
    diskHost,
  )
  const files = [...settingsFiles(flags), ...checked.files]
  if (files.every(({ messages }) => messages.length === 0)) sayer(flags)('Nothing is wrong.')
  process.exitCode = await printReport(files, flags)
}
