/** The browser is unpacked once, completely, by the first process that needs it; later it is only found. */
import { execFileSync } from 'node:child_process'
import { accessSync, constants, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findChromium, thisMachine } from '../../../pipeline/tools/browser/chromium.ts'

const hasBuild = process.platform === 'linux' && process.arch === 'x64'

it.runIf(hasBuild)(
  'is unpacked into one complete folder by two processes at once',
  { timeout: 60_000 },
  async () => {
    const cache = mkdtempSync(join(tmpdir(), 'cache-'))
    try {
      const machine = thisMachine({ XDG_CACHE_HOME: cache })
      const [one, other] = await Promise.all([findChromium(machine), findChromium(machine)])
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
      expect(await findChromium(machine)).toEqual(one)
      expect(statSync(one.executablePath).mtimeMs).toBe(made)
    } finally {
      rmSync(cache, { recursive: true })
    }
  },
)

it.each(['OFFPRINT_BROWSER', 'PUPPETEER_EXECUTABLE_PATH'])(
  'is that of the variable %s if it is set',
  async key => {
    const machine = thisMachine({ [key]: process.execPath })
    expect((await findChromium(machine)).executablePath).toBe(process.execPath)
    const gone = thisMachine({ [key]: '/gone/chrome' })
    await expect(findChromium(gone)).rejects.toMatchObject({
      message: 'There is no browser at /gone/chrome.',
      remedy: expect.stringContaining(`${key} names it.`),
    })
  },
)

it.each(['darwin', 'win32', 'linux'] as const)('that is missing has its remedies: %s', async platform => {
  const machine = { ...thisMachine({}), platform, hasPackage: false, exists: () => false }
  await expect(findChromium(machine)).rejects.toMatchObject({
    message: 'There is no browser on this machine.',
    remedy: expect.stringMatching(/offprint setup.*OFFPRINT_BROWSER/),
  })
})
