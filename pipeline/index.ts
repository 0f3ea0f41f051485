/** Offprint as a library: the tasks of the command line as functions. */
export { type JsonMessage, jsonMessages } from './cli/report/json.ts'
export { diskHost, type Host, memoryHost } from './host/index.ts'
export { type RuleId, rules, severityOf } from './model/diagnostics.ts'
export type { Severities } from './model/severities.ts'
export { type BuildOptions, type BuildResult, build } from './tasks/build.ts'
export { buildIssue, findArticles, type IssueArticleResult, type IssueResult } from './tasks/build-issue.ts'
export { type CheckOptions, type CheckResult, check } from './tasks/check.ts'
export { type CiteOptions, type CiteResult, cite } from './tasks/cite/index.ts'
export { type ExplainResult, type Explanation, explain } from './tasks/explain.ts'
export { type Format, formats } from './tasks/outputs.ts'
export {
  type ReadSettings,
  settingsOf,
  settingsOptions,
} from './tasks/settings/read-settings.ts'
export { BrowserError } from './tools/browser/puppeteer.ts'
