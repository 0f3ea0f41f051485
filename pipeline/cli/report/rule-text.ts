/** A rule explained for people: as plain text and as Markdown. */
import { type RuleId, rules } from '../../model/diagnostics.ts'

export function ruleText(rule: RuleId): string {
  return rules[rule].meaning
}

export function ruleMarkdown(rule: RuleId): string {
  return rules[rule].meaning
}
