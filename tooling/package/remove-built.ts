/** Removes what build-package.ts has made, so that a checkout never runs compiled files or old fonts. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `root`: absolute path of the checkout. */
export function removeBuilt(root: string): void {
  for (const name of ['dist', 'fonts']) rmSync(join(root, name), { recursive: true, force: true })
}

if (import.meta.main) removeBuilt(fileURLToPath(new URL('../..', import.meta.url)))
