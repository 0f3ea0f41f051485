/**
 * The program inside the startup snapshot. While the snapshot is made, this file loads all stages and sets a
 * small article, so that compiled functions and parsed data are in the snapshot. A process that starts from
 * the snapshot runs a command line.
 */
import { startupSnapshot } from 'node:v8'
import { run } from '../cli.ts'
import { warmUp } from './warm-up.ts'

startupSnapshot.setDeserializeMainFunction(() => run(process.argv.slice(1)))
// Node waits for all work before it makes the snapshot. In Node 22, iterators have their methods only in the
// process that starts from the snapshot, so nothing is warmed.
if (typeof Iterator === 'function') {
  warmUp().catch(error => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
    process.exit(1)
  })
}
