/** The folder of caches, by the conventions of each system. */
import { expect, it } from 'vitest'
import { cacheFolder } from '../../pipeline/host/cache-home.mjs'

it.each<[NodeJS.Platform, Readonly<Record<string, string>>, string, string]>([
  ['linux', {}, '/home/ann', '/home/ann/.cache/offprint'],
  ['linux', { XDG_CACHE_HOME: '' }, '/home/ann', '/home/ann/.cache/offprint'],
  ['linux', { XDG_CACHE_HOME: 'caches' }, '/home/ann', '/home/ann/.cache/offprint'],
  ['linux', { XDG_CACHE_HOME: './caches' }, '/home/ann', '/home/ann/.cache/offprint'],
  ['darwin', {}, '/Users/ann', '/Users/ann/Library/Caches/offprint'],
  ['darwin', { XDG_CACHE_HOME: '/caches' }, '/Users/ann', '/caches/offprint'],
  ['win32', { LOCALAPPDATA: 'D:\\Local' }, 'C:\\Users\\ann', 'D:\\Local\\offprint\\Cache'],
  ['win32', {}, 'C:\\Users\\ann', 'C:\\Users\\ann\\AppData\\Local\\offprint\\Cache'],
  ['win32', { XDG_CACHE_HOME: 'D:\\caches' }, 'C:\\Users\\ann', 'D:\\caches\\offprint'],
])('%s %j %s → %s', (platform, environment, home, folder) => {
  expect(cacheFolder({ platform, environment, home })).toBe(folder)
})
