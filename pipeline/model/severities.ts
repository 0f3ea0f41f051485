/**
 * Severities that an author or a journal gives to rules, `severity: {box-scaled: off}`: their schema, and
 * their effect on messages.
 */
import type { VFile } from 'vfile'
import { z } from 'zod'
import { nearestWord } from '../values/nearest-word.ts'
import { fixedRules, isRuleId, type RuleId, rules, setSeverity } from './diagnostics.ts'

const choices = ['off', 'warning', 'error'] as const

/** Rule → its severity; `off` removes its messages. */
export type Severities = Readonly<Partial<Record<RuleId, (typeof choices)[number]>>>

/** The rules whose severity can be changed. */
export const changeableRules: readonly RuleId[] = Object.keys(rules)
  .filter(isRuleId)
  .filter(rule => !fixedRules.includes(rule))

const severity = z.enum(choices, 'expected `off`, `warning` or `error`')

/** A map of rules to their severities. */
export const severitiesSchema = z.partialRecord(z.enum(changeableRules), severity)

/** What to do about a key of a map of severities that is not a rule, or is one that cannot be changed. */
export function ruleRemedy(key: string): { readonly note: string; readonly expected?: readonly string[] } {
  if (isRuleId(key))
    return { note: 'This message cannot be changed: without it, nothing would say why a file is missing.' }
  const nearest = nearestWord(key, changeableRules)
  return nearest === undefined
    ? { note: 'The rules are at the ends of messages, and in docs/messages.md.' }
    : { note: `Did you mean \`${nearest}\`?`, expected: [nearest] }
}

/**
 * Gives the messages of `files` their severities, and removes those that are `off`. Of several sets of
 * severities, a later one decides. Messages after which nothing can be made stay as they are.
 */
export function applySeverities(files: readonly VFile[], ...sets: readonly (Severities | undefined)[]): void {
  const severities: Severities = Object.assign({}, ...sets)
  for (const file of files) {
    file.messages = file.messages.filter(message => {
      const { ruleId = '' } = message
      const wished = isRuleId(ruleId) && !fixedRules.includes(ruleId) ? severities[ruleId] : undefined
      if (wished === undefined || message.fatal) return true
      if (wished !== 'off') setSeverity(message, wished)
      return wished !== 'off'
    })
  }
}
