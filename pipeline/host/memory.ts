/** A host over a map of files, for tests: nothing touches the disk, and the time is always the same. */
import type { Host } from './host.ts'

interface MemoryHost extends Host {
  readonly files: Map<string, Uint8Array>
}

/**
 * A host in memory. `files`: absolute path → text or bytes. Other paths are read from `below`, if it is
 * given.
 */
export function memoryHost(files: Readonly<Record<string, string | Uint8Array>>, below?: Host): MemoryHost {
  const encoder = new TextEncoder()
  const store = new Map(
    Object.entries(files).map(([path, data]) => [
      path,
      typeof data === 'string' ? encoder.encode(data) : data,
    ]),
  )
  return {
    files: store,
    async read(path) {
      return store.get(path) ?? (await below?.read(path))
    },
    realPath: async path => path,
    refusal: () => undefined,
    async list(folder) {
      const names = new Set<string>()
      for (const path of store.keys()) {
        if (!path.startsWith(`${folder}/`)) continue
        const [name = '', ...rest] = path.slice(folder.length + 1).split('/')
        names.add(rest.length > 0 ? `${name}/` : name)
      }
      return names.size > 0 ? [...names].sort() : await below?.list(folder)
    },
    async write(folder, written) {
      for (const [name, data] of written) {
        if (data) store.set(`${folder}/${name}`, data)
        else store.delete(`${folder}/${name}`)
      }
    },
    writingTarget: async path => path,
    tidy: async () => {},
    now: () => new Date('2015-03-31T00:00:00Z'),
  }
}
