/** The list of all messages in docs/messages.md, made from the rules and their guide. */
import { ruleMarkdown } from '../../pipeline/cli/report/rule-text.ts'
import { type RuleId, rules } from '../../pipeline/model/diagnostics.ts'

const start = '<!-- rules: written by `npm run messages` -->'
const end = '<!-- end of rules -->'

/** The page with the list of rules between its marks. Throws without the marks. */
export function withRules(page: string): string {
  const [before, after] = [page.indexOf(start), page.indexOf(end)]
  if (before < 0 || after < before) throw new Error(`docs/messages.md lacks the marks ${start} and ${end}`)
  return `${page.slice(0, before + start.length)}\n\n${rulesMarkdown()}\n\n${page.slice(after)}`
}

function rulesMarkdown(): string {
  // The cast is safe: these are the keys of `rules`.
  const names = Object.keys(rules) as RuleId[]
  return names.map(name => `### ${name}\n\n${ruleMarkdown(name)}`).join('\n\n')
}
