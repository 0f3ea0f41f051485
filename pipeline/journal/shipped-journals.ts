import { fileURLToPath } from 'node:url'
import { slashed } from '../host/paths.ts'

/** Absolute path of the folder with the journals that come with Offprint. */
export const shippedJournals = slashed(fileURLToPath(new URL('../../styles', import.meta.url)))
