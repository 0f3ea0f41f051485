import { expect, it } from 'vitest'
import { nameMistake } from '../../../pipeline/tasks/settings/output-name.ts'

it.each(['paper', 'my paper 2', 'Flüsse', '论文', 'v1.2'])('%s is a name', name => {
  expect(nameMistake(name)).toBeUndefined()
})

it.each([
  '',
  ' ',
  'a/b',
  'a\\b',
  '../a',
  '.hidden',
  'a.',
  'paper.pdf',
  'a.html',
  'CON',
  'nul.x',
  'a:b',
  'é'.repeat(101),
])('%j is none', name => expect(nameMistake(name)).toMatch(/^expected /))
