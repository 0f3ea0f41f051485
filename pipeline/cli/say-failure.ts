/**
 * Prints why a command ends without its result. A missing tool, or a system that does not allow the use of a
 * file, is said with its remedy; any other error is a mistake of Offprint, and a report about it is written
 * to the temporary folder.
 */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { visibleText } from './report/visible-text.ts'
import { systemRemedy } from './system-remedy.ts'

/** Prints one line and the remedy below it. Sets the exit status to 1. */
export async function sayFailure(error: unknown): Promise<void> {
  const { reason, remedy } = await explained(error)
  process.stderr.write(`${visibleText(reason)}\n    ${visibleText(remedy)}\n`)
  process.exitCode = 1
}

async function explained(error: unknown): Promise<{ readonly reason: string; readonly remedy: string }> {
  const { isOwnMistake, mistakeText, nameOf } = await import('../tasks/own-mistakes.ts')
  if (error instanceof Error && !isOwnMistake(error)) {
    const remedy = 'remedy' in error ? String(error.remedy) : systemRemedy(error)
    return { reason: error.message, remedy }
  }
  const reason = `Unexpected end, by a mistake of Offprint: ${nameOf(error)}`
  const name = `offprint-report-${process.pid}.txt`
  const path = join(tmpdir(), name)
  try {
    const [{ diskHost }, { keepInside }] = await Promise.all([
      import('../host/index.ts'),
      import('../tasks/guard-writing.ts'),
    ])
    const text = new TextEncoder().encode(mistakeText({ error, stage: 'command line' }))
    // Another user may have put a link there.
    await keepInside(diskHost, [tmpdir()]).write(tmpdir(), new Map([[name, text]]))
    return { reason, remedy: `Please report it and send ${path}, which quotes nothing of the manuscript.` }
  } catch {
    return { reason, remedy: 'Please report it with the command that you typed.' }
  }
}
