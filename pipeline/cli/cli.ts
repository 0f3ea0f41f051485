/**
 * The program `offprint`; each of its commands has a file beside this one. Exit status: 0 done (warnings are
 * allowed), 1 errors in the manuscript or no browser, 2 wrong usage.
 */
import { Command, CommanderError } from 'commander'
import { version } from '../host/version.ts'
import { applySettings } from './apply-settings.ts'
import { buildCommand } from './build-command.ts'
import { checkCommand } from './check-command.ts'
import { citeCommand } from './cite-command.ts'
import { doctorCommand } from './doctor-command.ts'
import { explainCommand } from './explain-command.ts'
import { initCommand } from './init-command.ts'
import { visibleText } from './report/visible-text.ts'
import { sayFailure } from './say-failure.ts'
import { setupCommand } from './setup-command.ts'

const program = new Command('offprint').description(
  'Turns a folder with a Markdown manuscript, a bibliography and figures into the journal article.',
)
program.option('-V, --version', 'print the version of Offprint')
const commands = [
  initCommand,
  buildCommand,
  explainCommand,
  checkCommand,
  citeCommand,
  doctorCommand,
  setupCommand,
]
for (const command of commands) program.addCommand(command)
for (const command of [program, ...program.commands]) {
  // The words that were typed are quoted in errors.
  command.configureOutput({ outputError: (text, write) => write(`${visibleText(text.trimEnd())}\n`) })
  command.exitOverride().showHelpAfterError('(offprint --help shows how it is used)')
}

program.hook('preAction', (_program, command) => applySettings(command))

/** Runs the command of `words`, the command line without the program's own name. Sets the exit status. */
export async function run(words: readonly string[]): Promise<void> {
  // The reader of a pipe (`| head`) may close it early (EPIPE); the command goes on.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', error => {
      if (!('code' in error && error.code === 'EPIPE')) throw error
    })
  }

  // What no stage awaits: an event of the browser or of a stream.
  process.once('uncaughtException', async error => {
    await sayFailure(error)
    process.exit(1)
  })
  // Without this, work that waits for what never comes would end with status 0.
  let isDone = false
  process.once('beforeExit', () => {
    if (!isDone) void sayFailure(new Error('the work waits for what never comes'))
  })
  try {
    if (words.length === 1 && /^(?:-V|--version)$/.test(words[0] ?? ''))
      process.stdout.write(`${version()}\n`)
    else await program.parseAsync(words, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
    else await sayFailure(error)
  } finally {
    isDone = true
  }
}
