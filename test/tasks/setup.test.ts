/** Whether `offprint setup` uses the browser that is here, or downloads one. */
import { expect, it, vi } from 'vitest'
import { setup } from '../../pipeline/tasks/setup.ts'
import type { BrowserMachine } from '../../pipeline/tools/browser/find-browser.ts'

const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

async function on(machine: Partial<BrowserMachine>, download?: boolean) {
  const fetchBrowser = vi.fn(async () => '/cache/shell')
  const mac: BrowserMachine = {
    platform: 'darwin',
    arch: 'arm64',
    environment: {},
    home: '/Users/ann',
    hasPackage: true,
    installed: undefined,
    exists: () => false,
  }
  return await setup({ download, onProgress: () => {}, machine: { ...mac, ...machine }, fetchBrowser })
}

it('a browser of the system is used, unless another is asked for', async () => {
  const exists = (path: string) => path === chrome
  expect(await on({ exists })).toEqual({ path: chrome, source: 'system' })
  expect(await on({ exists }, true)).toEqual({ path: '/cache/shell', source: 'downloaded' })
})

it('a machine without a browser gets one', async () => {
  expect(await on({})).toEqual({ path: '/cache/shell', source: 'downloaded' })
})

it('what the environment names is used in any case', async () => {
  const environment = { OFFPRINT_BROWSER: '/own' }
  expect(await on({ environment, exists: () => true }, true)).toEqual({ path: '/own', source: 'named' })
})

it('a system with musl is not given a browser that does not run there', async () => {
  const exists = (path: string) => path === '/etc/alpine-release'
  await expect(on({ platform: 'linux', exists })).rejects.toMatchObject({
    remedy: expect.stringContaining('apk add chromium'),
  })
})
