import { expect, it } from 'vitest'
import { busyTime } from '../../../pipeline/tools/browser/busy-time.ts'

it('counts overlapping work once, and nothing between two pieces', async () => {
  let now = 0
  const busy = busyTime(() => now)
  const first = Promise.withResolvers<void>()
  const second = Promise.withResolvers<void>()
  busy.count(first.promise)
  now = 10
  const counted = busy.count(second.promise)
  now = 30
  first.resolve()
  await first.promise
  second.reject(new Error('failed'))
  await expect(counted).rejects.toThrow('failed')
  now = 100
  expect(busy.total()).toBe(30)
  const third = Promise.withResolvers<void>()
  busy.count(third.promise)
  now = 105
  expect(busy.total()).toBe(35)
})
