/** Offprint as a library: what a program needs to build articles. */

export { diskHost, type Host, memoryHost } from './host/index.ts'
export { type RuleId, rules, severityOf } from './model/diagnostics.ts'
export { type BuildOptions, type BuildResult, build, type Format, formats } from './tasks/build.ts'
export {
  type CheckMessage,
  type CheckOptions,
  type CheckResult,
  check,
  checkMessages,
} from './tasks/check.ts'
export { BrowserError } from './tools/browser/puppeteer.ts'
