import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// biome-ignore lint/style/noDefaultExport: Vitest reads the default export.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    globalSetup: 'test/skipped-tests.ts',
    // Also on two processors: a test waits for its browser half of the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
})
