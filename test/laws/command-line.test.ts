/** docs/command-line.md has every command and option, and every key of offprint.yml. */
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { expect, it } from 'vitest'
import { buildCommand } from '../../pipeline/cli/build-command.ts'
import { checkCommand } from '../../pipeline/cli/check-command.ts'
import { citeCommand } from '../../pipeline/cli/cite-command.ts'
import { doctorCommand } from '../../pipeline/cli/doctor-command.ts'
import { explainCommand } from '../../pipeline/cli/explain-command.ts'
import { initCommand } from '../../pipeline/cli/init-command.ts'
import { setupCommand } from '../../pipeline/cli/setup-command.ts'
import { settingsSchema } from '../../pipeline/tasks/settings/schema.ts'

const guide = readFileSync(new URL('../../docs/command-line.md', import.meta.url), 'utf8')
/** Heading → part. A heading may name several commands: `offprint setup, offprint doctor`. */
const parts = new Map(
  guide.split(/^## /m).flatMap(part => {
    const heading = part.slice(0, part.indexOf('\n'))
    return heading.split(', ').map(name => [name, part] as const)
  }),
)
const commands: readonly Command[] = [
  initCommand,
  buildCommand,
  checkCommand,
  explainCommand,
  citeCommand,
  doctorCommand,
  setupCommand,
]

it.each(commands.map(command => [command.name(), command] as const))(
  '%s, with its options',
  (name, command) => {
    const part = parts.get(`offprint ${name}`) ?? ''
    const shared = parts.get('Messages of all commands') ?? ''
    const missing = command.options.filter(({ long }) => !new RegExp(`${long}\\b`).test(part + shared))
    expect(missing.map(({ flags }) => flags)).toEqual([])
  },
)

it.each(commands.map(command => [command.name(), command] as const))(
  '%s has no option that is gone',
  (name, command) => {
    const part = parts.get(`offprint ${name}`) ?? ''
    const cells = [...part.matchAll(/^\| (`.*?) \|/gm)].map(([, cell = '']) => cell)
    const named = cells.flatMap(cell => [...cell.matchAll(/--[a-z-]+/g)].map(([option]) => option))
    const known = command.options.map(({ long }) => long)
    expect(named.filter(option => !known.includes(option))).toEqual([])
  },
)

it('the keys of offprint.yml are options of build or check, and are in the guide', () => {
  const options = [buildCommand, checkCommand].flatMap(command => command.options)
  const names = new Set(options.map(({ long }) => long?.replace(/^--/, '')))
  const keys = Object.keys(settingsSchema.shape)
  // `severity` is a map, which a command line has no place for.
  expect(keys.filter(key => key !== 'severity' && key !== 'reporter' && !names.has(key))).toEqual([])
  expect(keys.filter(key => !guide.includes(`\`${key}\``))).toEqual([])
})
