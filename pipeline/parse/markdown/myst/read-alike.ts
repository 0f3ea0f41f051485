/**
 * Gives several directives or roles the same reader. `names` has their names with spaces between them:
 * `readAlike('a b', reader)` → `{ a: reader, b: reader }`.
 */
export function readAlike<Reader>(names: string, reader: Reader): Readonly<Record<string, Reader>> {
  return Object.fromEntries(names.split(' ').map(name => [name, reader]))
}
