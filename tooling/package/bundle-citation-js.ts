/**
 * Puts citation-js into the compiled modules that import it. Its plug-ins ask for different versions of its
 * core. A checkout overrides that (`overrides` in package.json), but an installed package cannot: each
 * plug-in would be registered with a core of its own, and formats would not be read.
 */
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { noFetch } from '../../pipeline/cli/snapshot/bundle-program.ts'

const importers = [
  'tools/citation-js/citation-js',
  'tools/citation-js/read-bibliography',
  'tasks/cite/look-up',
]

/** `dist`: absolute path of the compiled program. Returns the paths of the modules that are bundled. */
export async function bundleCitationJs(dist: string): Promise<readonly string[]> {
  const bundle = await rolldown({
    input: Object.fromEntries(importers.map(name => [name, join(dist, `${name}.js`)])),
    platform: 'node',
    plugins: [noFetch],
    // What the program imports stays as it is, but for citation-js and all that citation-js imports.
    external: (id, importer, isResolved) =>
      !isResolved && importer?.startsWith(`${dist}/`) === true && !id.startsWith('@citation-js/'),
  })
  try {
    const { output } = await bundle.write({
      dir: dist,
      format: 'esm',
      comments: false,
      entryFileNames: '[name].js',
      chunkFileNames: 'tools/citation-js/bundled/[name].js',
    })
    return output.flatMap(file => (file.type === 'chunk' ? file.moduleIds : []))
  } finally {
    await bundle.close()
  }
}
