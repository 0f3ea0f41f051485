/**
 * The pipeline as JavaScript, file by file, for Nodes that do not read TypeScript. Node's own type stripping
 * replaces types by spaces, so each function has the text, line and column that it has in a checkout: what is
 * sent to browsers is the same, and web pages are the same bytes.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import { rewriteSpecifiers } from './rewrite-specifiers.ts'

/** What only a checkout needs: set-up, and the making of the bundle that the package contains. */
const left = new Set([
  'README.md',
  'cli/setup.mjs',
  'cli/snapshot/bundle-program.ts',
  'cli/snapshot/program.ts',
  'cli/snapshot/warm-up.ts',
])

/** `pipeline`, `to`: absolute paths of folders. Returns the names of the files that were written. */
export function compile(pipeline: string, to: string): readonly string[] {
  const entries = readdirSync(pipeline, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(pipeline.length + 1))
    .filter(name => !left.has(name) && !name.endsWith('.d.ts'))
    .map(name => {
      const compiled = name.replace(/\.ts$/, '.js')
      mkdirSync(dirname(join(to, compiled)), { recursive: true })
      if (name.endsWith('.ts'))
        writeFileSync(join(to, compiled), compiledText(readFileSync(join(pipeline, name), 'utf8')))
      else if (name.endsWith('.mjs'))
        writeFileSync(join(to, name), rewriteSpecifiers(readFileSync(join(pipeline, name), 'utf8')))
      else cpSync(join(pipeline, name), join(to, name))
      return compiled
    })
}

function compiledText(source: string): string {
  return rewriteSpecifiers(stripTypeScriptTypes(source))
}
