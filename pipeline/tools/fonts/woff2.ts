/** The only importer of woff2-encoder, WebAssembly that is loaded with the first use. */

/** A WOFF2 file → the TrueType or OpenType file in it. Throws for other files. */
export async function unpackWoff2(data: Uint8Array): Promise<Uint8Array> {
  const { default: decompress } = await import('woff2-encoder/decompress')
  return await decompress(data)
}
