/**
 * A build writes into the folder that the caller names, or beside the manuscript: whatever links a manuscript
 * brings along, and whatever its settings say, no other file is changed, and a message says so.
 */
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskHost } from '../../pipeline/host/index.ts'
import { guardWriting } from '../../pipeline/tasks/guard-writing.ts'
import { outputFolder } from '../../pipeline/tasks/output-folder.ts'
import { settingsOf, settingsOptions } from '../../pipeline/tasks/settings/read-settings.ts'
import { type BuildSettings, build, buildIssue } from '../../pipeline/tasks/with-defaults.ts'
import { orRefused } from '../../pipeline/tasks/write-outputs.ts'
import { library } from '../build-article.ts'

let top = ''
const at = (...path: string[]) => join(top, ...path)
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'offprint-own-output-'))
  put('paper/article.md', '---\ntitle: T\n---\n\nText.\n')
  put('far/mine', 'mine')
})
afterEach(() => {
  rmSync(top, { recursive: true })
})

function put(name: string, text: string): void {
  mkdirSync(dirname(at(name)), { recursive: true })
  writeFileSync(at(name), text)
}

/** Writes one file where a build would. The messages about files that were refused. */
async function wrote(options: Partial<BuildSettings> = {}) {
  const path = at('paper')
  const settings = settingsOptions((await settingsOf(path, diskHost))?.settings ?? {})
  const usual = { output: outputFolder(path), fromSettings: ['output'] as const }
  const input = { path, ...usual, ...(settings.output !== undefined && settings), ...options }
  const host = await guardWriting(input, diskHost)
  const outputs = new Map([['paper.html', new Uint8Array(1)]])
  const refused = await orRefused(host.write(input.output, outputs))
  return refused?.messages.map(String) ?? []
}

/** The names of what was built, and the messages about files. `options`: beside those of offprint.yml. */
async function built(options: Partial<BuildSettings> = {}) {
  const path = options.path ?? at('paper')
  const settings = (await settingsOf(path, diskHost))?.settings ?? {}
  const given = { path, library, formats: ['hast'] as const, ...settingsOptions(settings), ...options }
  const { outputs, files } = (await buildIssue(given)) ?? (await build(given))
  const refused = files.flatMap(({ messages }) => messages).filter(({ ruleId }) => ruleId === 'file-refused')
  return { written: [...outputs.keys()], refused: refused.map(({ file, reason }) => `${file} ${reason}`) }
}

const foreign: Readonly<Record<string, () => void>> = {
  'the file is a link': () => {
    mkdirSync(at('paper/output'))
    symlinkSync('../../far/mine', at('paper/output/paper.html'))
  },
  'the file is a link to nothing': () => {
    mkdirSync(at('paper/output'))
    symlinkSync('../../far/new', at('paper/output/paper.html'))
  },
  'the folder is a link': () => symlinkSync('../far', at('paper/output')),
  'the folder is a link to nothing': () => symlinkSync('../far/new', at('paper/output')),
  'the folder is a link to a link': () => {
    symlinkSync('../far', at('paper/second'))
    symlinkSync('second', at('paper/output'))
  },
  'a folder above is a link': () => {
    put('paper/offprint.yml', 'output: link/output\n')
    symlinkSync('../far', at('paper/link'))
  },
  'the settings name a folder above': () => put('paper/offprint.yml', 'output: ../far\n'),
  'the settings name an absolute path': () => put('paper/offprint.yml', `output: ${at('far')}\n`),
}

describe.each(Object.entries(foreign))('%s', (_, make) => {
  it('and nothing is written there', async () => {
    make()
    expect(await wrote()).toEqual([expect.stringContaining('Unwritten outputs: nothing is written')])
    expect(readdirSync(at('far'))).toEqual(['mine'])
    expect(readFileSync(at('far/mine'), 'utf8')).toBe('mine')
  })

  it('unless the manuscript is trusted', async () => {
    make()
    expect(await wrote({ isTrusted: true })).toEqual([])
  })
})

it('the caller may name a link, not what lies in the folder', async () => {
  symlinkSync('../far', at('paper/output'))
  expect(await wrote({ output: at('paper/output'), fromSettings: [] })).toEqual([])
  expect(readdirSync(at('far'))).toEqual(['mine', 'paper.html'])
  put('out/other', '')
  symlinkSync('../far/mine', at('out/paper.html'))
  expect(await wrote({ output: at('out'), fromSettings: [] })).toHaveLength(1)
  expect(readFileSync(at('far/mine'), 'utf8')).toBe('mine')
})

it('links and settings may lead to folders of the project', async () => {
  put('paper/offprint.yml', 'output: link\n')
  mkdirSync(at('paper/public'))
  symlinkSync('public', at('paper/link'))
  expect(await wrote()).toEqual([])
  put('.git/HEAD', '')
  put('paper/offprint.yml', 'output: ../public\n')
  expect(await wrote()).toEqual([])
  expect(readdirSync(at('public'))).toEqual(['paper.html'])
})

it('another name of a foreign file is replaced, not the file', async () => {
  mkdirSync(at('paper/output'))
  linkSync(at('far/mine'), at('paper/output/paper.html'))
  expect(await wrote()).toEqual([])
  expect(readFileSync(at('far/mine'), 'utf8')).toBe('mine')
})

describe('an issue', () => {
  const formats = ['html'] as const
  beforeEach(() => {
    for (const name of ['one', 'two']) put(`issue/${name}/article.md`, '---\ntitle: T\n---\n\nText.\n')
  })

  it('is not written through a link', async () => {
    symlinkSync('../far', at('issue/output'))
    const { refused } = await built({ path: at('issue'), formats })
    expect(refused).toEqual([expect.stringContaining(at('issue/output'))])
    expect(readdirSync(at('far'))).toEqual(['mine'])
  })

  it('leaves out the files that are links', async () => {
    mkdirSync(at('issue/output'))
    for (const name of ['one', 'index']) symlinkSync('../../far/mine', at(`issue/output/${name}.html`))
    const { written, refused } = await built({ path: at('issue'), formats })
    expect([written, refused.length]).toEqual([[], 2])
    expect(readFileSync(at('far/mine'), 'utf8')).toBe('mine')
    expect(readFileSync(at('issue/output/two.html'), 'utf8')).toContain('<h1')
  })
})

it('settings read no journal and no style outside', async () => {
  put('far/journal/journal.yml', 'extends: letters\ntitle: Foreign\n')
  put('paper/offprint.yml', `style: ../far/journal\n`)
  expect((await built()).written).toEqual([])
  put('paper/offprint.yml', `csl: ../far/mine\n`)
  expect((await built()).written).toEqual([])
  expect((await built({ style: at('far/journal'), fromSettings: [] })).written).toEqual([])
})

it('settings are not read through a link to a file outside', async () => {
  put('far/secret.yml', 'secretkey: 1\n')
  symlinkSync('../far/secret.yml', at('paper/offprint.yml'))
  const read = await settingsOf(at('paper'), diskHost)
  expect(read?.file.messages.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('Unread offprint.yml: it is outside'),
  ])
})

it('settings of a folder around the paper name a journal beside them', async () => {
  put('journal/journal.yml', 'extends: letters\ntitle: Own\n')
  put('offprint.yml', 'style: ./journal\n')
  expect((await built()).written).toEqual(['paper.hast.json'])
})

it('the report of an earlier failure is removed, and no file of others', async () => {
  put('paper/output/paper.offprint-report.txt', 'Offprint 0.1.0, Node v24.0.0, linux x64\nStage: layout\n')
  await built()
  expect(readdirSync(at('paper/output'))).toEqual(['paper.hast.json'])
  put('paper/output/paper.offprint-report.txt', 'My notes\n')
  await built()
  expect(readdirSync(at('paper/output'))).toEqual(['paper.hast.json', 'paper.offprint-report.txt'])
})
