/** The file that is opened, and what is said if it cannot be. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, it, vi } from 'vitest'
import { fileToOpen, openFile } from '../../pipeline/cli/open-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'offprint-open-'))
afterEach(() => vi.unstubAllEnvs())

/** Puts a program in the place of the one of the system. */
function standIn(name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, name), 0o755)
  vi.stubEnv('PATH', `${folder}:${process.env.PATH}`)
}

it('is the page of the issue, else the PDF, else the web edition', () => {
  expect(fileToOpen(['a.html', 'a.pdf'])).toBe('a.pdf')
  expect(fileToOpen(['a.article.json', 'images/x.html', 'a.html'])).toBe('a.html')
  expect(fileToOpen(['a.pdf', 'index.html'])).toBe('index.html')
  expect(fileToOpen(['a.article.json'])).toBeUndefined()
})

it.runIf(process.platform !== 'win32').each([
  ['linux', 'xdg-open', ['/p/a & b.pdf']],
  ['darwin', 'open', ['/p/a & b.pdf']],
  ['win32', 'rundll32', ['url.dll,FileProtocolHandler', '/p/a & b.pdf']],
] as const)('%s opens it with %s', async (platform, program, words) => {
  const seen = join(folder, `seen-${program}`)
  standIn(program, `printf '%s\\n' "$@" > '${seen}'`)
  expect(await openFile('/p/a & b.pdf', platform)).toBeUndefined()
  for (let turn = 0; turn < 50 && !existsSync(seen); turn++) await wait(20)
  expect(readFileSync(seen, 'utf8').trim().split('\n')).toEqual(words)
})

it.runIf(process.platform !== 'win32')('says why it failed', async () => {
  standIn('xdg-open', 'exit 3')
  expect(await openFile('/p/a.pdf', 'linux')).toBe('xdg-open ended with status 3')
  vi.stubEnv('PATH', '/nowhere')
  expect(await openFile('/p/a.pdf', 'linux')).toContain('ENOENT')
  rmSync(folder, { recursive: true })
})
