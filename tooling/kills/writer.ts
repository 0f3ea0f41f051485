/**
 * Writes the files of one of two states into a folder, in turns, until it is killed. The new state is first.
 *
 *   node tooling/kills/writer.ts <folder>
 */
import { diskHost } from '../../pipeline/host/index.ts'
import { states } from './states.ts'

const [folder = ''] = process.argv.slice(2)
for (let turn = 1; ; turn++) await diskHost.write(folder, states[turn % 2] ?? new Map())
