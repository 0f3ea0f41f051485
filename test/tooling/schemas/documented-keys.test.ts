import { expect, it } from 'vitest'
import { documentedKeys } from '../../../tooling/schemas/documented-keys.ts'

it('reads the tables', () => {
  const table =
    '| What | Keys | Forms |\n|---|---|---|\n| `a.b`, `c` | `k` | `x`, see [here](y.md) |\n| `d` | `k` | |\n'
  expect(documentedKeys(table)).toEqual({ 'a.b': 'x, see here', c: 'x, see here' })
})
