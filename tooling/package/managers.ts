/** Package managers, and how each installs the packed file into an empty project and runs its program. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RunOptions, run } from './run.ts'

export interface Manager {
  readonly name: string
  /** Installs the packed file. `withScripts`: whether packages may run scripts when they are installed. */
  readonly install: (packed: string, withScripts: boolean, options: RunOptions) => void
  /** Runs a program of the project: `offprint`, or `node` with the project's packages. */
  readonly exec: (words: readonly string[], options: RunOptions) => string
}

/** npm, in the version that comes with the Node in use. */
export const npm: Manager = {
  name: 'npm',
  install: (packed, withScripts, options) => {
    run(
      'npm',
      ['install', '--no-audit', '--no-fund', '--prefer-offline', ...scripts(withScripts), packed],
      options,
    )
  },
  // npx would find another Node that is installed for all users.
  exec: ([program = '', ...words], options) =>
    program === 'node'
      ? run(program, words, options)
      : run('npx', ['--no-install', program, ...words], options),
}

/** Further managers. `tools`: a folder in which npm has installed them. */
export function otherManagers(tools: string): readonly Manager[] {
  const bin = join(tools, 'node_modules')
  const pnpm = ['node', join(bin, 'pnpm/bin/pnpm.mjs')] as const
  const yarn = ['node', join(bin, 'yarn/bin/yarn.js')] as const
  const berry = ['node', join(bin, '@yarnpkg/cli-dist/bin/yarn.js')] as const
  return [
    {
      name: 'pnpm',
      install: (packed, withScripts, options) => {
        run(pnpm[0], [pnpm[1], 'add', ...scripts(withScripts), packed], options)
      },
      exec: (words, options) => run(pnpm[0], [pnpm[1], 'exec', ...words], options),
    },
    {
      name: 'yarn 1',
      install: (packed, withScripts, options) => {
        run(yarn[0], [yarn[1], 'add', '--no-progress', ...scripts(withScripts), `file:${packed}`], options)
      },
      exec: ([program = '', ...words], options) =>
        program === 'node'
          ? run(program, words, options)
          : run(yarn[0], [yarn[1], '--silent', 'run', program, ...words], options),
    },
    {
      name: 'yarn 4, node-modules',
      install: (packed, withScripts, options) => {
        const settings = [
          'nodeLinker: node-modules',
          `enableScripts: ${withScripts}`,
          'enableTelemetry: false',
          'enableGlobalCache: true',
        ]
        mkdirSync(options.cwd, { recursive: true })
        writeFileSync(join(options.cwd, '.yarnrc.yml'), `${settings.join('\n')}\n`)
        writeFileSync(join(options.cwd, 'yarn.lock'), '')
        run(berry[0], [berry[1], 'add', `offprint@file:${packed}`], options)
      },
      exec: (words, options) => run(berry[0], [berry[1], 'exec', ...words], options),
    },
  ]
}

function scripts(withScripts: boolean): readonly string[] {
  return withScripts ? [] : ['--ignore-scripts']
}
