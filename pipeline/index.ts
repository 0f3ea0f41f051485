/** Offprint as a library: the tasks of the command line as functions. */
export { type JsonMessage, jsonMessages } from './cli/report/json.ts'
export { diskHost, type Host, memoryHost } from './host/index.ts'
export { type RuleId, rules, severityOf } from './model/diagnostics.ts'
export type { Severities } from './model/severities.ts'
export type { BuildOptions, BuildResult } from './tasks/build.ts'
export type { IssueArticleResult, IssueResult } from './tasks/build-issue.ts'
export type { CheckResult } from './tasks/check.ts'
export type { CiteResult } from './tasks/cite/index.ts'
export type { ExplainResult, Explanation } from './tasks/explain.ts'
export { type Format, formats } from './tasks/outputs.ts'
export { type ReadSettings, settingsOf, settingsOptions } from './tasks/settings/read-settings.ts'
export {
  type BuildSettings,
  build,
  buildIssue,
  type CheckSettings,
  type CiteSettings,
  check,
  cite,
  explain,
} from './tasks/with-defaults.ts'
export { BrowserError } from './tools/browser/browser-error.ts'
export type { Limits } from './tools/watchdog/limits.ts'
