/**
 * Gives a command the options of the `offprint.yml` of its manuscript. What is typed on the command line goes
 * before; the usual values come last.
 */

import type { Command } from 'commander'
import type { VFile } from 'vfile'
import { diskHost } from '../host/disk.ts'
import { resolve } from '../host/paths.ts'
import type { Severities } from '../model/severities.ts'
import type { SettingsOption } from '../tasks/guard-reading.ts'
import { findSettings } from '../tasks/settings/find-settings.ts'
import type { ReadSettings } from '../tasks/settings/read-settings.ts'
import { here } from './command-line.ts'

/** What the flags of a command contain beside its options. */
export interface SettingsFlags {
  /** The offprint.yml that was read. */
  readonly settings?: ReadSettings
  /** The options that it gives, where the command line gives none, and that may name files. */
  readonly fromSettings?: readonly SettingsOption[]
  /** Severities of rules, which only offprint.yml can give. */
  readonly severity?: Severities
}

/** The commands that take options of offprint.yml. Their first argument is a manuscript. */
const commands: ReadonlySet<string> = new Set(['build', 'check'])

/** Runs before the action of `command`. */
export async function applySettings(command: Command): Promise<void> {
  const [manuscript] = command.args
  if (!commands.has(command.name()) || manuscript === undefined) return
  const path = await findSettings(resolve(here(), manuscript), diskHost)
  if (path === undefined) return
  const { pathOptions, readSettings } = await import('../tasks/settings/read-settings.ts')
  const read = await readSettings(path, diskHost)
  const fromSettings = pathOptions(read.settings).filter(name => command.getOptionValueSource(name) !== 'cli')
  for (const [key, value] of Object.entries(read.settings)) {
    const name = optionName(key)
    if (command.getOptionValueSource(name) !== 'cli') command.setOptionValueWithSource(name, value, 'config')
  }
  command.setOptionValue('settings', read)
  command.setOptionValue('fromSettings', fromSettings)
}

/** The offprint.yml with its messages, to be printed before the other files. */
export function settingsFiles({ settings }: SettingsFlags): readonly VFile[] {
  return settings ? [settings.file] : []
}

/** `line-numbers` → `lineNumbers` */
function optionName(key: string): string {
  return key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
