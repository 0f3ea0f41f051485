/**
 * Messages as a code quality report of GitLab, which shows them in merge requests:
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
import { fingerprints } from './fingerprints.ts'
import { relativePath } from './relative-path.ts'
import type { Report } from './report.ts'
import { jsonText } from './visible-text.ts'

export function gitlabReport({ messages, root }: Report): string {
  const prints = fingerprints(messages, root)
  const issues = messages.map(({ path, line = 1, endLine, rule, severity, reason, note }, index) => ({
    description: [reason, note].filter(Boolean).join('\n'),
    check_name: rule,
    fingerprint: prints[index],
    severity: severity === 'error' ? 'major' : 'minor',
    location: {
      path: relativePath(path, root),
      lines: { begin: line, ...(endLine !== undefined && endLine > line && { end: endLine }) },
    },
  }))
  return `${jsonText(issues)}\n`
}
