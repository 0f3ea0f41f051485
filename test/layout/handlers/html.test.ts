/** Raw HTML. */
import { expect, it } from 'vitest'
import { nodeHtml } from '../body-html.ts'

it('is text', async () => {
  expect(await nodeHtml({ type: 'html', value: '<script>x</script>' })).toBe('&lt;script>x&lt;/script>')
})
