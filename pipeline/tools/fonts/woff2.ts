/**
 * The only importer of woff2-encoder: a WOFF2 file → the TrueType or OpenType file in it. Throws for other
 * files.
 */
export { default as unpackWoff2 } from 'woff2-encoder/decompress'
