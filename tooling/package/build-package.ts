/**
 * Makes what the published package contains beside the sources: the compiled program in `dist/` with the
 * types of the library and the bundle for startup snapshots, and the fonts in `fonts/`. npm runs it before it
 * packs (`npm pack`), and remove-built.ts afterwards.
 *
 *   node tooling/package/build-package.ts
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleCitationJs } from './bundle-citation-js.ts'
import { bundleForPackage } from './bundle-for-package.ts'
import { licenceTexts, packagesOf } from './bundled-licences.ts'
import { compile } from './compile.ts'
import { copyFonts } from './copy-fonts.ts'
import { writeDeclarations } from './declarations.ts'
import { removeBuilt } from './remove-built.ts'
import { isEastAsian, usedFonts } from './used-fonts.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

removeBuilt(root)
const fonts = await usedFonts(join(root, 'styles'))
copyFonts(
  fonts.filter(({ name }) => !isEastAsian(name)),
  join(root, 'fonts'),
)
const [pipeline, dist] = [join(root, 'pipeline'), join(root, 'dist')]
compile(pipeline, dist)
writeDeclarations(dist)
const modules = [...(await bundleCitationJs(dist)), ...(await bundleForPackage(pipeline, dist))]
writeFileSync(join(dist, 'bundled-licences.txt'), licenceTexts(packagesOf(modules)))
