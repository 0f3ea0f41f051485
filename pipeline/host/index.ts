/** The disk and the clock: the interface, the real host, and one in memory for tests. */
export { diskHost } from './disk.ts'
export { type GuardedHost, guardedHost } from './guarded.ts'
export { type FileChanges, type Host, type Refusal, RefusedFile, type Writing } from './host.ts'
export { memoryHost } from './memory.ts'
export { type Paths, pathsOf } from './paths.ts'
