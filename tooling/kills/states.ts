/** Two states of a folder of files; each says in each file which one it is. */

const names = Array.from({ length: 40 }, (_, number) => (number % 4 === 0 ? `in/${number}` : `${number}`))

export const states: readonly ReadonlyMap<string, Uint8Array>[] = ['old', 'new'].map(
  text => new Map(names.map(name => [name, new TextEncoder().encode(`${text} ${name}`)])),
)
