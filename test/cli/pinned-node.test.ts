/** The pinned Node, and what is said if it or a package is missing. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { missingNode, missingPackage, pinnedNode } from '../../pipeline/cli/pinned-node.mjs'

const folder = mkdtempSync(join(tmpdir(), 'offprint-test-'))
afterAll(() => rmSync(folder, { recursive: true }))
const manifest = join(folder, 'package.json')
writeFileSync(manifest, '{"version": "24.9.0"}')

describe('the pinned Node', () => {
  it('is not there if it was installed without scripts, or nothing is installed', () => {
    expect(pinnedNode('linux', () => manifest)).toBeUndefined()
    const none = () => {
      throw new Error('MODULE_NOT_FOUND')
    }
    expect(pinnedNode('linux', none)).toBeUndefined()
  })

  it.each(['linux', 'win32'] as const)('is a program of the system: %s', platform => {
    const program = join(folder, 'bin', platform === 'win32' ? 'node.exe' : 'node')
    mkdirSync(join(folder, 'bin'), { recursive: true })
    writeFileSync(program, '')
    expect(pinnedNode(platform, () => manifest)).toEqual({ path: program, version: 'v24.9.0' })
  })
})

describe('a missing package', () => {
  const missing = (code: string, message: string) => Object.assign(new Error(message), { code })

  it('is named, with the command that installs it', () => {
    const error = missing('ERR_MODULE_NOT_FOUND', "Cannot find package 'commander' imported from /x/cli.ts")
    expect(missingPackage(error)).toMatch(
      /^The dependencies are not installed.* commander .*\n {4}Run "npm start"/,
    )
  })

  it('is not a file of Offprint, nor another error', () => {
    const own = missing('ERR_MODULE_NOT_FOUND', "Cannot find module './gone.ts' imported from /x/cli.ts")
    expect(missingPackage(own)).toBeUndefined()
    expect(missingPackage(new TypeError('x'))).toBeUndefined()
  })

  it('of Node has its remedies', () => {
    expect(missingNode('v20.1.0')).toMatch(/^Node v20\.1\.0 cannot .*\n {4}Use Node 22\.18 or later\./)
  })
})
