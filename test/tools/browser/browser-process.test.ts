/** The browser and its profile end with the process that has started it, however this process ends. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'

const puppeteerModule = new URL('../../../pipeline/tools/browser/puppeteer.ts', import.meta.url).href

/** Starts a browser, names its processes, and keeps Node busy. */
const program = `
  const { launchBrowser } = await import(${JSON.stringify(puppeteerModule)})
  const { processes } = await launchBrowser()
  process.stdout.write(JSON.stringify(processes) + '\\n', () => { for (;;); })`

function isAlive(group: number): boolean {
  try {
    process.kill(-group, 0)
    return true
  } catch {
    return false
  }
}

it.runIf(process.platform !== 'win32').each(['SIGTERM', 'SIGKILL'] as const)(
  '%s ends a busy process, its browser and the profile',
  async signal => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    )
    const line = await new Promise<string>(done => child.stdout.once('data', data => done(String(data))))
    // The cast is safe: the program prints these.
    const { group, profile } = JSON.parse(line) as { readonly group: number; readonly profile: string }
    expect(existsSync(profile) && isAlive(group)).toBe(true)
    await wait(20)
    const ended = new Promise(done => child.once('exit', (_code, reason) => done(reason)))
    child.kill(signal)
    expect(await ended).toBe(signal)
    for (let tries = 0; tries < 100 && (existsSync(profile) || isAlive(group)); tries++) await wait(100)
    expect(existsSync(profile)).toBe(false)
    expect(isAlive(group)).toBe(false)
  },
  60_000,
)
