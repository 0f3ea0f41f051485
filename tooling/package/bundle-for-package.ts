/**
 * The bundle of the program that the published package contains, so that each installation can make its own
 * startup snapshot without a bundler. It finds its files from its own place.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { bundleProgram } from '../../pipeline/cli/snapshot/bundle-program.ts'

/** The place of the bundle in the compiled program. */
const place = 'cli/snapshot'
const mark = 'offprint-place:'

/**
 * Writes `program.cjs`. `pipeline`, `to`: absolute paths of the sources and of the compiled program. Returns
 * the paths of the modules in it.
 */
export async function bundleForPackage(pipeline: string, to: string): Promise<readonly string[]> {
  const file = join(to, place, 'program.cjs')
  const addressOf = (id: string) => {
    const isOwn = id.startsWith(`${pipeline}/`)
    return mark + (isOwn ? relative(pipeline, id).replace(/\.ts$/, '.js') : `${place}/program.cjs`)
  }
  const modules = await bundleProgram(file, { addressOf })
  writeFileSync(file, `${addressFunction}\n${withPlaces(readFileSync(file, 'utf8'))}`)
  return modules
}

function withPlaces(code: string): string {
  return code.replaceAll(new RegExp(`"${mark}([^"]+)"`, 'g'), 'offprintAddress("$1")')
}

/** Stands at the head of the bundle: the place of a module in the compiled program → its address. */
const addressFunction = `const offprintAddress = place => process.getBuiltinModule('node:url').pathToFileURL(process.getBuiltinModule('node:path').join(__dirname, '${relative(place, '.')}', place)).href`
