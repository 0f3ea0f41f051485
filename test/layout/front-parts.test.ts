/** Declarations in two places: those of the slot `opening-declarations`, and the others. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { library } from '../build-article.ts'
import { buildInOwn, loadOwn } from '../own-journal.ts'

const manifest = 'opening-declarations: [competing-interests, author-contributions]\n'
const paper = `---
title: T
funding-statement: The Fund paid.
competing-interests: None.
author-contributions: A did it.
---

Text.
`
const base = readFileSync(`${library}/base/article.html`, 'utf8')
const withSlot = {
  'article.html': base.replace('</header>', '<slot name="opening-declarations"></slot></header>'),
}

it('the slot has the declarations that the journal names, in their usual order', async () => {
  const { words, messages } = await buildInOwn(manifest, paper, { files: withSlot })
  expect(messages).toEqual([])
  expect(words).toMatch(/Contributions ?A did it\. ?Competing interests ?None\..*Text\. .*Funding ?The Fund/i)
  expect(words.match(/A did it/g)).toHaveLength(1)
})

it('without the slot, or without the key, all are in their usual place', async () => {
  const whole = /Text\..*A did it\..*The Fund paid\..*None\./
  expect((await buildInOwn(manifest, paper)).words).toMatch(whole)
  expect((await buildInOwn('', paper, { files: withSlot })).words).toMatch(whole)
})

it('an unknown declaration is reported', async () => {
  const { messages } = await loadOwn('opening-declarations: [thanks]\n')
  expect(messages[0]).toContain('journal.yml:4:24  error')
})
