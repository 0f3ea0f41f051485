/**
 * What the rules mean for authors: why a message is given, what suffers, and an example. `offprint explain`,
 * SARIF reports and docs/messages.md print it; `test/laws/messages.test.ts` tries each example.
 */
import type { RuleId } from '../diagnostics.ts'
import { figureRules } from './figures.ts'
import { frontMatterRules } from './front-matter.ts'
import type { RuleGuide } from './guide.ts'
import { lookupRules } from './lookup.ts'
import { manuscriptRules } from './manuscripts.ts'
import { pageRules } from './pages.ts'
import { referenceRules } from './references.ts'
import { textRules } from './text.ts'

export { type Example, type Files, manuscriptOf, type RuleGuide, sign, withoutSign } from './guide.ts'

export const ruleGuide: Readonly<Record<RuleId, RuleGuide>> = {
  ...figureRules,
  ...frontMatterRules,
  ...lookupRules,
  ...manuscriptRules,
  ...pageRules,
  ...referenceRules,
  ...textRules,
}
