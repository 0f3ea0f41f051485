/**
 * The names of modules in a text of TypeScript → those of the compiled files: `./parse/index.ts` →
 * `./parse/index.js`. Everything else stays as it is, also the text of functions that are sent to browsers.
 */

/** The name of a module after `from` or `import`, or in `import()`. Not after `Buffer.from`. */
const specifier = /((?<![.\w])(?:from\s+|import\s*\(?\s*))(['"])(\.{1,2}\/[^'"\n]*)\.ts\2/g

export function rewriteSpecifiers(text: string): string {
  return text.replace(specifier, '$1$2$3.js$2')
}

/** The modules that a text imports, as they are named. */
export function specifiersIn(text: string): readonly string[] {
  return Array.from(
    text.matchAll(/(?<![.\w])(?:from\s+|import\s*\(?\s*)(['"])([^'"\n]+)\1/g),
    ([, , name = '']) => name,
  )
}
