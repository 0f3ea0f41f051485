import { fileURLToPath } from 'node:url'

/** Absolute path of the folder with the journals that come with Offprint. */
export const shippedJournals = fileURLToPath(new URL('../../styles', import.meta.url))
