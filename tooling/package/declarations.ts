/** The types of the library: the declarations of `pipeline/index.ts`, and those that they refer to. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rewriteSpecifiers, specifiersIn } from './rewrite-specifiers.ts'

const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))
const settings = fileURLToPath(new URL('tsconfig.json', import.meta.url))

/**
 * Writes the declarations into the folder `to`. Returns the names of the packages whose types they use.
 * Throws if the compiler reports an error.
 */
export function writeDeclarations(to: string): ReadonlySet<string> {
  const work = mkdtempSync(join(tmpdir(), 'offprint-types-'))
  try {
    const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', settings, '--outDir', work], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`The types of the library cannot be written:\n${stdout}`)
    return copyReached(work, to)
  } finally {
    rmSync(work, { recursive: true })
  }
}

/** Copies the declarations of the index, and all files that are reached from them. */
function copyReached(from: string, to: string): ReadonlySet<string> {
  const packages = new Set<string>()
  const reached = new Set(['index.d.ts'])
  // A set grows while it is walked.
  for (const name of reached) {
    const text = withoutEffects(readFileSync(join(from, name), 'utf8'))
    for (const specifier of specifiersIn(text)) {
      if (specifier.startsWith('.'))
        reached.add(join(dirname(name), specifier).replace(/\.([mc]?)ts$/, '.d.$1ts'))
      else packages.add(packageOf(specifier))
    }
    mkdirSync(dirname(join(to, name)), { recursive: true })
    writeFileSync(join(to, name), rewriteSpecifiers(text))
  }
  return packages
}

/** `import '@citation-js/plugin-csl'` is for what a module does when it is loaded. Types do nothing. */
function withoutEffects(text: string): string {
  return text.replace(/^import '[^.'][^']*';\n/gm, '')
}

/** `@cantoo/pdf-lib/cjs/core` → `@cantoo/pdf-lib` */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
