/** Finds and runs the program `offprint`. */
const { execFile } = require('node:child_process')
const { existsSync } = require('node:fs')
const path = require('node:path')

const isWindows = process.platform === 'win32'

/**
 * The program with its first arguments: `chosen` (the setting), else the one that is installed in `folder` or
 * above it, else that of npx.
 */
function programFor(folder, chosen = '') {
  if (chosen !== '') return [chosen]
  const name = isWindows ? 'offprint.cmd' : 'offprint'
  for (let place = folder; ; place = path.dirname(place)) {
    const installed = path.join(place, 'node_modules', '.bin', name)
    if (existsSync(installed)) return [installed]
    if (path.dirname(place) === place) return [isWindows ? 'npx.cmd' : 'npx', 'offprint']
  }
}

/** Runs the program in `folder`. Resolves to its status and what it printed; status -1 if it is missing. */
function run([program, ...first], words, folder) {
  const all = [...first, ...words]
  // Windows starts .cmd files only through its shell, which needs quotes around words.
  const given = isWindows ? all.map(word => `"${word}"`) : all
  const file = isWindows ? `"${program}"` : program
  return new Promise(done => {
    const options = { cwd: folder, maxBuffer: 2 ** 28, shell: isWindows, windowsHide: true }
    execFile(file, given, options, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      done({ status, stdout, stderr: stderr || (status === -1 ? String(error?.message) : '') })
    })
  })
}

module.exports = { programFor, run }
