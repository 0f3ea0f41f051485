import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const all = 'test/**/*.test.ts'
const replacing = globSync(all).filter(file => readFileSync(file, 'utf8').includes('vi.mock('))

// biome-ignore lint/style/noDefaultExport: Vitest reads the default export.
export default defineConfig({
  test: {
    testTimeout: 60_000,
    globalSetup: 'test/skipped-tests.ts',
    // Tests start the program from its modules. test/cli/snapshot/ tests the startup snapshot.
    env: { OFFPRINT_SNAPSHOT: 'off' },
    // Also on two processors: a test waits for its browser half of the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      // Files share their processes, and with them the modules: loading them anew takes longer than the tests.
      { extends: true, test: { name: 'files', include: [all], exclude: replacing, isolate: false } },
      // Files that replace modules.
      { extends: true, test: { name: 'replacing', include: replacing } },
    ],
  },
})
