/** The outside world: the interface, the real one, and one in memory for tests. */
export { diskHost } from './disk.ts'
export type { Host } from './host.ts'
export { type MemoryHost, memoryHost } from './memory.ts'
