import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const hands = 'test/typeset/hands/*.test.ts'

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
      {
        extends: true,
        test: { name: 'files', include: ['test/**/*.test.ts'], exclude: [hands, '**/node_modules/**'] },
      },
      // These files share their processes, and with them a browser, which is slower to start than their tests.
      { extends: true, test: { name: 'hands', include: [hands], isolate: false } },
    ],
  },
})
