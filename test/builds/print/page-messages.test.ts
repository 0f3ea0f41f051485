/**
 * The examples of the rules about pages, which only a browser shows. The wrong halves are in one article, the
 * right halves in another.
 */
import { expect, it } from 'vitest'
import { diskHost, memoryHost } from '../../../pipeline/host/index.ts'
import { build } from '../../../pipeline/index.ts'
import type { RuleId } from '../../../pipeline/model/diagnostics.ts'
import { ruleGuide } from '../../../pipeline/model/rule-guide/index.ts'
import { library } from '../../build-article.ts'
import { printingBrowser } from '../../printer.ts'

const pageRules: readonly RuleId[] = ['box-overflow', 'box-scaled', 'line-loose', 'line-overfull']

/** Those of the rules whose messages an article with these halves of the examples gets. */
async function rulesOf(half: 'wrong' | 'right'): Promise<readonly RuleId[]> {
  const texts = pageRules.map(rule => {
    const guide = ruleGuide[rule]
    if (guide.at !== 'text') throw new Error(`The example of ${rule} is not in the text`)
    return guide[half]
  })
  const article = `---\ntitle: T\n---\n\n${texts.join('\n\n')}\n`
  const { files } = await build(
    {
      path: '/paper/article.md',
      style: 'transactions',
      library,
      output: '/out',
      formats: ['pdf'],
      browser: printingBrowser(),
    },
    memoryHost({ '/paper/article.md': article }, diskHost),
  )
  const given = files.flatMap(file => file.messages.map(message => message.ruleId))
  return pageRules.filter(rule => given.includes(rule))
}

it('the wrong examples get their messages, the right ones do not', async () => {
  expect(await rulesOf('wrong')).toEqual(pageRules)
  expect(await rulesOf('right')).toEqual([])
})
