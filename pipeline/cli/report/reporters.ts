/** The forms in which messages are printed, by name. Each has a file, which is loaded when it is used. */
import type { Reporter } from './report.ts'

export const machineReporters = {
  json: {
    contents: 'a list of messages',
    load: async (): Promise<Reporter> => (await import('./json.ts')).jsonReport,
  },
  sarif: {
    contents: 'SARIF 2.1.0, for code scanning and editors',
    load: async (): Promise<Reporter> => (await import('./sarif.ts')).sarifReport,
  },
  github: {
    contents: 'annotations of GitHub Actions',
    load: async (): Promise<Reporter> => (await import('./github.ts')).githubReport,
  },
  gitlab: {
    contents: "GitLab's code quality report",
    load: async (): Promise<Reporter> => (await import('./gitlab.ts')).gitlabReport,
  },
  junit: {
    contents: 'JUnit XML, for test reports',
    load: async (): Promise<Reporter> => (await import('./junit.ts')).junitReport,
  },
} as const

export type ReporterName = 'terminal' | keyof typeof machineReporters

export const reporterNames: readonly ReporterName[] = [
  'terminal',
  'json',
  'sarif',
  'github',
  'gitlab',
  'junit',
]
