/**
 * Bundles the program and its packages into one file that Node can make a startup snapshot of: a CommonJS
 * module without imports of files (https://nodejs.org/api/v8.html#startup-snapshot-api).
 */
import { writeFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Plugin, rolldown } from 'rolldown'

const entry = fileURLToPath(new URL('program.ts', import.meta.url))
const functionTexts = fileURLToPath(new URL('../../render/web/reader/script-texts.ts', import.meta.url))

export interface BundleOptions {
  /** The address of a module from its path. Default: its address on this machine. */
  readonly addressOf?: (id: string) => string
}

/** `file`: absolute path of the bundle. Returns the paths of the modules that are in it. */
export async function bundleProgram(
  file: string,
  { addressOf = id => pathToFileURL(id).href }: BundleOptions = {},
): Promise<readonly string[]> {
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    plugins: [ownAddresses(addressOf), ownTexts, noFetch, noInstaller, lazyBuiltIns],
    onLog: (level, { message }) => {
      if (level === 'warn') throw new Error(message)
    },
  })
  try {
    const { output } = await bundle.generate({ format: 'cjs', codeSplitting: false, comments: false })
    const [chunk, ...others] = output
    if (others.length > 0) throw new Error('Unexpected second file, expected one bundle')
    await writeFile(file, asciiOnly(chunk.code))
    return chunk.moduleIds
  } finally {
    await bundle.close()
  }
}

/** One character outside of Latin 1 would double the size of the text in the snapshot. */
function asciiOnly(code: string): string {
  return code.replace(/[^\0-\x7F]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A module keeps its own address, by which it finds files beside it and packages. */
function ownAddresses(addressOf: (id: string) => string): Plugin {
  return {
    name: 'own-addresses',
    transform(code, id) {
      if (!code.includes('import.meta.url')) return undefined
      return { code: code.replaceAll('import.meta.url', () => JSON.stringify(addressOf(id))), map: null }
    },
  }
}

/**
 * The scripts of the web edition are texts of functions. The bundler writes functions in another form, so it
 * gets the texts: pages must be the same bytes with and without the snapshot.
 */
const ownTexts: Plugin = {
  name: 'own-texts',
  async load(id) {
    if (id !== functionTexts) return undefined
    const texts: Record<string, unknown> = await import(functionTexts)
    return Object.entries(texts)
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`)
      .join('\n')
  },
}

/**
 * Leaves out the package with which @citation-js/core would fetch, synchronously in another process. The
 * program reads nothing from the network through it, and loading it starts what a snapshot cannot contain.
 */
export const noFetch: Plugin = {
  name: 'no-fetch',
  load(id) {
    if (!/[\\/]sync-fetch-undici[\\/]index\.js$/.test(id)) return undefined
    return `module.exports = () => { throw new Error('Unexpected request of @citation-js/core') }`
  },
}

/**
 * The package that downloads browsers stays outside: it loads what is not installed. `offprint setup`, which
 * needs it, never starts from a snapshot.
 */
const noInstaller: Plugin = {
  name: 'no-installer',
  resolveId: id => (id === installer ? installer : undefined),
  load(id) {
    if (id !== installer) return undefined
    const names = ['Browser', 'detectBrowserPlatform', 'install']
    return names.map(name => `export const ${name} = undefined`).join('\n')
  },
}

const installer = '@puppeteer/browsers'

/**
 * Built-in modules of Node are loaded with the first use of one of their members, after the start from the
 * snapshot: some of them hold handles of the system, which a snapshot cannot contain.
 */
const lazyBuiltIns: Plugin = {
  name: 'lazy-built-ins',
  renderChunk(code) {
    const lazy = code.replace(/\brequire\("([a-z0-9:_/]+)"\)/g, (call, name: string) =>
      isBuiltin(name) ? `builtIn(${JSON.stringify(name)}, ${JSON.stringify(membersOf(name))})` : call,
    )
    return { code: `${builtIn}\n${lazy}`, map: null }
  },
}

function membersOf(name: string): readonly string[] {
  return Object.keys(Object(process.getBuiltinModule(name)))
}

/** Stands in the bundle, as text. `members`: the names of what the module exports. */
function builtIn(name: string, members: readonly string[]): object {
  const module = {}
  for (const member of members) {
    const get = () => Object(process.getBuiltinModule(name))[member]
    Object.defineProperty(module, member, { enumerable: true, configurable: true, get })
  }
  return module
}
