/** The extension for VS Code, with a stand-in for the interface of VS Code. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { VFile } from 'vfile'
import { afterAll, describe, expect, it } from 'vitest'
import { jsonMessages } from '../../pipeline/cli/report/json.ts'
import { messageLines } from '../../pipeline/cli/report/terminal.ts'
import { report, rules } from '../../pipeline/model/diagnostics.ts'

const folder = fileURLToPath(new URL('../../editors/vscode/', import.meta.url))
const load = createRequire(import.meta.url)
const manifest = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'))
const work = mkdtempSync(join(tmpdir(), 'offprint-vscode-'))
afterAll(() => rmSync(work, { recursive: true }))

function fileWithMessages(path: string): VFile {
  const file = new VFile({ path })
  const place = { start: { line: 3, column: 5 }, end: { line: 3, column: 9 } }
  report(file, 'link-broken', { reason: 'Unexpected  link: "a"', place, note: 'Name a heading.' })
  report(file, 'citation-unknown', { reason: 'Unknown', place: { line: 7, column: 1 } })
  report(file, 'title-missing', { reason: 'Missing title' })
  return file
}

describe('the problem matcher', () => {
  const [pattern] = manifest.contributes.problemPatterns
  const read = (line: string) => {
    const found = new RegExp(pattern.regexp).exec(line)
    const keys = ['file', 'line', 'column', 'severity', 'message', 'code']
    return found ? keys.map(key => found[pattern[key]]) : undefined
  }

  it('reads the lines of messages, and no other lines', () => {
    const lines = messageLines([fileWithMessages('/paper/my article.md')], '/paper')
    expect(lines.map(read).filter(found => found !== undefined)).toEqual(
      expect.arrayContaining([
        ['my article.md', '3', '5', 'warning', 'Unexpected  link: "a"', 'link-broken'],
        ['my article.md', '7', '1', 'error', 'Unknown', 'citation-unknown'],
      ]),
    )
    expect(lines.filter(line => !/^my article\.md:\d/.test(line)).map(read)).not.toContainEqual(
      expect.any(Array),
    )
  })

  it('reads paths of Windows, and a message whose end is on the next line', () => {
    expect(read('C:\\a\\b.md:3:4  error  Unknown  citation-unknown')?.[0]).toBe('C:\\a\\b.md')
    expect(read('b.md:3:4  error  A long reason that is')).toEqual([
      'b.md',
      '3',
      '4',
      'error',
      'A long reason that is',
      undefined,
    ])
  })

  it('knows every rule', () => {
    const unread = Object.keys(rules).filter(rule => read(`a.md:1:1  error  x  ${rule}`)?.[5] !== rule)
    expect(unread).toEqual([])
  })
})

/** The parts of VS Code that the extension uses. Records what is done. */
function standIn(file: string, program: string) {
  const commands = new Map<string, () => Promise<unknown>>()
  const saved: ((document: { fileName: string }) => Promise<unknown>)[] = []
  const done: string[] = []
  const set = new Map<string, unknown>()
  const panels: { webview: { html: string } }[] = []
  const tasks: unknown[] = []
  const uri = (path: string) => ({ fsPath: path, toString: () => path })
  const vscode = {
    Range: class {
      places: readonly number[]
      constructor(...places: readonly number[]) {
        this.places = places
      }
    },
    Diagnostic: class {
      range: unknown
      message: string
      severity: unknown
      constructor(range: unknown, message: string, severity: unknown) {
        this.range = range
        this.message = message
        this.severity = severity
      }
    },
    DiagnosticSeverity: { Error: 0, Warning: 1 },
    ViewColumn: { Beside: -2 },
    TaskScope: { Workspace: 2 },
    ShellQuoting: { Strong: 2 },
    ShellExecution: class {
      words: readonly unknown[]
      constructor(...words: readonly unknown[]) {
        this.words = words
      }
    },
    Task: class {
      given: readonly unknown[]
      constructor(...given: readonly unknown[]) {
        this.given = given
      }
    },
    Uri: { file: uri },
    languages: {
      createDiagnosticCollection: () => ({
        clear: () => set.clear(),
        set: (at: unknown, found: unknown) => set.set(String(at), found),
      }),
    },
    window: {
      activeTextEditor: { document: { fileName: file, isDirty: true, save: async () => done.push('saved') } },
      createOutputChannel: () => ({ appendLine: (line: string) => done.push(line), show: () => {} }),
      createWebviewPanel: () => {
        const panel = { webview: { html: '' }, onDidDispose: () => {} }
        panels.push(panel)
        return panel
      },
      setStatusBarMessage: (text: string) => done.push(text),
      showErrorMessage: async (text: string) => void done.push(text),
      showInformationMessage: async (text: string) => void done.push(text),
    },
    workspace: {
      getConfiguration: () => ({ get: (key: string) => (key === 'program' ? program : false) }),
      getWorkspaceFolder: () => ({ uri: uri(work) }),
      onDidSaveTextDocument: (action: (typeof saved)[number]) => void saved.push(action),
    },
    commands: {
      registerCommand: (name: string, action: () => Promise<unknown>) => void commands.set(name, action),
    },
    tasks: {
      registerTaskProvider: () => {},
      executeTask: (task: unknown) => void tasks.push(task),
    },
  }
  load(`${folder}lib/register.cjs`).register(vscode, { subscriptions: [] })
  return { commands, saved, done, set, panels, tasks }
}

/** A program in the place of offprint, which runs these lines of JavaScript. */
function program(name: string, script: string): string {
  const path = join(work, name)
  writeFileSync(path, `#!${process.execPath}\n${script}\n`, { mode: 0o755 })
  return path
}

describe.runIf(process.platform !== 'win32')('the commands', () => {
  const file = join(work, 'article.md')

  it('are those of the manifest', () => {
    const names = manifest.contributes.commands.map(({ command }: { command: string }) => command)
    expect([...standIn(file, '').commands.keys()].sort()).toEqual(names.toSorted())
  })

  it('check shows the messages that `offprint check --json` prints at their places', async () => {
    const messages = JSON.stringify(jsonMessages([fileWithMessages(file)], work))
    const { commands, set, done } = standIn(
      file,
      program('checker', `console.log(${JSON.stringify(messages)}); process.exitCode = 1`),
    )
    await commands.get('offprint.check')?.()
    expect([...set.keys()]).toEqual([file])
    const found = set.get(file) as readonly Record<string, unknown>[]
    expect(found.find(({ code }) => code === 'link-broken')).toMatchObject({
      range: { places: [2, 4, 2, 8] },
      message: 'Unexpected  link: "a"\nName a heading.',
      severity: 1,
      source: 'offprint',
    })
    expect(found.find(({ code }) => code === 'citation-unknown')).toMatchObject({
      range: { places: [6, 0, 6, 1] },
      severity: 0,
    })
    expect(found.find(({ code }) => code === 'title-missing')).toMatchObject({
      range: { places: [0, 0, 0, 1] },
    })
    expect(done).toEqual(['saved', 'Offprint: 3 messages'])
  })

  it('preview shows the web edition, and shows it anew when the manuscript is saved', async () => {
    const script = `const words = process.argv.slice(2)
      const folder = words[words.indexOf('--output') + 1]
      require('node:fs').writeFileSync(folder + '/article.html', '<p>' + words.slice(0, 4).join(' '))`
    const { commands, panels, saved } = standIn(file, program('builder', script))
    await commands.get('offprint.preview')?.()
    const html = `<p>build ${file} --to html`
    expect(panels.map(({ webview }) => webview.html)).toEqual([html])
    for (const panel of panels) panel.webview.html = ''
    for (const action of saved) await action({ fileName: file })
    expect(panels.map(({ webview }) => webview.html)).toEqual([html])
  })

  it('build runs a task with the problem matcher', async () => {
    const { commands, tasks } = standIn(file, '/bin/offprint')
    await commands.get('offprint.build')?.()
    expect(tasks).toEqual([
      {
        given: expect.arrayContaining([
          { type: 'offprint', command: 'build', path: file },
          'build article.md',
          '$offprint',
          expect.objectContaining({
            words: [expect.objectContaining({ value: '/bin/offprint' }), expect.any(Array), { cwd: work }],
          }),
        ]),
      },
    ])
  })

  it('say what to do if the program is missing, and if no manuscript is open', async () => {
    const missing = standIn(file, '/nowhere/offprint')
    await missing.commands.get('offprint.check')?.()
    expect(missing.done.join()).toContain('install it (npm install offprint)')
    const other = standIn(join(work, 'script.js'), '')
    await other.commands.get('offprint.check')?.()
    expect(other.done).toEqual(['Offprint: open the Markdown file of an article first.'])
  })
})

it('the program is the one of the workspace, else that of npx', () => {
  const { programFor } = load(`${folder}lib/program.cjs`)
  const inner = join(work, 'a/b')
  mkdirSync(inner, { recursive: true })
  mkdirSync(join(work, 'a/node_modules/.bin'), { recursive: true })
  const name = process.platform === 'win32' ? 'offprint.cmd' : 'offprint'
  writeFileSync(join(work, 'a/node_modules/.bin', name), '')
  expect(programFor(inner)).toEqual([join(work, 'a/node_modules/.bin', name)])
  expect(programFor(work).at(-1)).toBe('offprint')
  expect(programFor(inner, '/x')).toEqual(['/x'])
})

it('the manifest names files that exist', () => {
  expect(existsSync(`${folder}${manifest.main}`)).toBe(true)
  expect(existsSync(`${folder}${manifest.icon}`)).toBe(true)
  const schemas = readdirSync(fileURLToPath(new URL('../../schemas', import.meta.url)))
  const named = manifest.contributes.yamlValidation.map(({ url }: { url: string }) => url)
  expect(named.map((url: string) => url.replace('./schemas/', '')).toSorted()).toEqual(
    ['front-matter.json', 'journal.json', 'offprint.json'].filter(name => schemas.includes(name)),
  )
})
