import { expect, it } from 'vitest'
import { withPart } from '../../../tooling/journal/marked-part.ts'

const marks = '<!-- keys: written by `npm run journal-keys` -->\nold\n<!-- end of keys -->'

it('writes a part between its marks', () => {
  expect(withPart(`# Head\n\n${marks}\nFoot`, 'keys', 'new')).toBe(
    `# Head\n\n${marks.replace('old', '\nnew\n')}\nFoot`,
  )
})

it('does not touch a guide without the marks', () => {
  expect(() => withPart(`# Journals\n${marks}`, 'slots', 'new')).toThrow('lacks the marks')
})
