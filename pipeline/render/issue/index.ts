/** The landing page of an issue. */
export type { IssueEntry } from './issue.ts'
export { issueBody, renderIssuePage } from './issue-page.ts'
