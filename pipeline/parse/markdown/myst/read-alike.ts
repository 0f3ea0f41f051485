/** `'a b'` and a reader → `{ a: reader, b: reader }`: names of directives or roles that are read alike. */
export function readAlike<Reader>(names: string, reader: Reader): Readonly<Record<string, Reader>> {
  return Object.fromEntries(names.split(' ').map(name => [name, reader]))
}
