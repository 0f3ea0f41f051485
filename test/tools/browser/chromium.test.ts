/** The browser is unpacked once, completely, by the first process that needs it; later it is only found. */
import { execFileSync } from 'node:child_process'
import { accessSync, constants, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findChromium } from '../../../pipeline/tools/browser/chromium.ts'

const hasBuild = process.platform === 'linux' && process.arch === 'x64'
const elsewhere = async () => '/elsewhere/chromium'

it.runIf(hasBuild)(
  'is unpacked into one complete folder by two processes at once',
  { timeout: 60_000 },
  async () => {
    const cache = mkdtempSync(join(tmpdir(), 'cache-'))
    try {
      const options = { elsewhere, environment: { XDG_CACHE_HOME: cache } }
      const [one, other] = await Promise.all([findChromium(options), findChromium(options)])
      expect(one).toEqual(other)
      expect(readdirSync(join(cache, 'offprint'))).toEqual([
        expect.stringMatching(/^chromium-\d+\.\d+\.\d+$/),
      ])
      accessSync(one.executablePath, constants.X_OK)
      expect(readdirSync(one.env.LD_LIBRARY_PATH ?? '')).toContain('libnss3.so')
      expect(readdirSync(one.env.FONTCONFIG_PATH ?? '')).toContain('fonts.conf')
      expect(execFileSync(one.executablePath, ['--version'], { env: one.env, encoding: 'utf8' })).toMatch(
        /\d+/,
      )

      const made = statSync(one.executablePath).mtimeMs
      expect(await findChromium(options)).toEqual(one)
      expect(statSync(one.executablePath).mtimeMs).toBe(made)
    } finally {
      rmSync(cache, { recursive: true })
    }
  },
)

it('is that of puppeteer if the package has no browser for this machine', async () => {
  expect((await findChromium({ elsewhere, hasBuild: false, environment: {} })).executablePath).toBe(
    '/elsewhere/chromium',
  )
})

it('is that of the variable OFFPRINT_BROWSER if it is set', async () => {
  const environment = { OFFPRINT_BROWSER: process.execPath }
  expect((await findChromium({ elsewhere, environment })).executablePath).toBe(process.execPath)
})
