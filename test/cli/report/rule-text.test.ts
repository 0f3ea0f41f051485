import { expect, it } from 'vitest'
import { ruleData, ruleMarkdown, ruleText } from '../../../pipeline/cli/report/rule-text.ts'
import { type RuleId, rules } from '../../../pipeline/model/diagnostics.ts'

it('explains a rule in plain text, with a caret below the place of the message', () => {
  expect(ruleText('reference-unresolved').split('\n')).toEqual([
    'reference-unresolved  error',
    '',
    'A cross-reference names something that does not exist in the article.',
    'The source of the reference is printed with a mark.',
    'Concerns the PDF and the web edition.',
    '',
    'Wrong in the text:',
    '',
    '    See @fig:mpa.',
    '        ^',
    '',
    '    ![A map](map.svg){#fig:map}',
    '',
    'Right:',
    '',
    '    See @fig:map.',
    '',
    '    ![A map](map.svg){#fig:map}',
  ])
})

it('fences code in Markdown with more backticks than it contains', () => {
  expect(ruleMarkdown('raw-format')).toContain('````markdown\n```{=docx}\n<w:p/>\n```\n````')
})

it('shows an example, or says what to do, for every rule, and never the sign of the place', () => {
  // The cast is safe: these are the keys of `rules`.
  for (const rule of Object.keys(rules) as RuleId[]) {
    const texts = [ruleText(rule), ruleMarkdown(rule), JSON.stringify(ruleData(rule))]
    expect(texts.join('')).not.toContain('‸')
    expect(ruleText(rule).split('\n').length).toBeGreaterThan(6)
  }
})
