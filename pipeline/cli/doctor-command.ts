/** `offprint doctor`: prints what Offprint finds on this machine. */
import { Command } from 'commander'
import type { DoctorRow } from '../tasks/doctor.ts'
import { here, library } from './command-line.ts'
import { jsonText, visibleText } from './report/visible-text.ts'

export const doctorCommand = new Command('doctor')
  .description('Say what is found here: Node, the browser and its sandbox, fonts, citation styles, folders.')
  .option('--json', 'the same as JSON')
  .addHelpText('after', '\nThe exit status is 1 if pages cannot be made.')
  .action(runDoctor)

async function runDoctor({ json }: { readonly json?: boolean }): Promise<void> {
  const [{ doctor }, { diskHost }] = await Promise.all([
    import('../tasks/doctor.ts'),
    import('../host/index.ts'),
  ])
  const rows = await doctor({ library, folder: here() }, diskHost)
  const lines = json ? [jsonText(rows)] : doctorLines(rows).map(visibleText)
  process.stdout.write(`${lines.join('\n')}\n`)
  process.exitCode = rows.some(({ state }) => state === 'error') ? 1 : 0
}

/** A line for each row, and its remedy on an indented line below. */
export function doctorLines(rows: readonly DoctorRow[]): readonly string[] {
  return rows.flatMap(({ subject, state, finding, remedy }) => [
    `${state.padEnd(9)}${subject.padEnd(17)}${finding}`,
    ...(remedy === undefined ? [] : [`    ${remedy}`]),
  ])
}
