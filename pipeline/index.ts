/** Offprint as a library: what a program needs to build articles. */
export { type BuildOptions, type BuildResult, build, type Format, formats } from './build.ts'
export { type CheckMessage, type CheckOptions, type CheckResult, check, checkMessages } from './check.ts'
export { type RuleId, rules, severityOf } from './diagnostics.ts'
export { diskHost, type Host, memoryHost } from './host/index.ts'
export { BrowserError } from './tools/puppeteer.ts'
