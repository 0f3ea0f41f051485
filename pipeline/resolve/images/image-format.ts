/** The format of a picture, by its first bytes, and the format that its name promises. */
import { extname } from '../../host/paths.ts'

/**
 * The formats that the pipeline recognizes. Some of them cannot be printed; the author is told how to convert
 * them.
 */
export type ImageFormat = (typeof formats)[number]['name']

interface Format {
  readonly name: string
  /** Extensions of file names, the most usual first. */
  readonly extensions: readonly string[]
  /** True if a file is in this format. `start`: the first bytes of the file, each as a character. */
  readonly isIn: (start: string) => boolean
}

/** The number of bytes that are looked at: an SVG may begin with a comment, and a PDF with other data. */
const startBytes = 4096

/** The order is that in which a name without an extension is completed: vectors come first, as in LaTeX. */
const formats = [
  // Readers look for the head of a PDF in the first 1024 bytes (ISO 32000-1, Annex H, note 13).
  { name: 'PDF', extensions: ['pdf'], isIn: start => start.slice(0, 1024).includes('%PDF-') },
  { name: 'SVG', extensions: ['svg', 'svgz'], isIn: isSvg },
  { name: 'PNG', extensions: ['png', 'apng'], isIn: starts('\x89PNG\r\n\x1a\n') },
  { name: 'JPEG', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'], isIn: starts('\xff\xd8\xff') },
  {
    name: 'WebP',
    extensions: ['webp'],
    isIn: start => start.startsWith('RIFF') && start.startsWith('WEBP', 8),
  },
  { name: 'AVIF', extensions: ['avif'], isIn: start => /^.{4}ftyp(?:.{8})?(?:.{4})*?avi[fs]/s.test(start) },
  { name: 'GIF', extensions: ['gif'], isIn: starts('GIF87a', 'GIF89a') },
  { name: 'TIFF', extensions: ['tif', 'tiff'], isIn: starts('II*\0', 'MM\0*') },
  { name: 'BMP', extensions: ['bmp', 'dib'], isIn: start => /^BM.{4}\0{4}/s.test(start) },
  { name: 'EPS', extensions: ['eps', 'ps', 'epsf'], isIn: starts('%!PS', '\xc5\xd0\xd3\xc6', '\x04%!PS') },
  { name: 'HEIC', extensions: ['heic', 'heif'], isIn: start => /^.{4}ftyp(?:hei|mif|msf)/s.test(start) },
  { name: 'JPEG XL', extensions: ['jxl'], isIn: starts('\xff\x0a', '\0\0\0\x0cJXL ') },
  { name: 'JPEG 2000', extensions: ['jp2', 'j2k'], isIn: starts('\0\0\0\x0cjP  ', '\xff\x4f\xff\x51') },
  { name: 'WMF', extensions: ['wmf', 'emf'], isIn: starts('\xd7\xcd\xc6\x9a', '\x01\0\0\0') },
  { name: 'Photoshop', extensions: ['psd'], isIn: starts('8BPS') },
] as const satisfies readonly Format[]

/** The format of a file. Undefined if the bytes are in none of these formats. */
export function formatOf(data: Uint8Array): ImageFormat | undefined {
  const start = Buffer.from(data.subarray(0, startBytes)).toString('latin1')
  return formats.find(format => format.isIn(start))?.name
}

/** The format that a name promises; undefined if its extension is not one of a picture. */
export function formatOfName(path: string): ImageFormat | undefined {
  const extension = extname(path).slice(1).toLowerCase()
  return formats.find(format => format.extensions.some(name => name === extension))?.name
}

/** All extensions, in the order of preference. */
export const extensions: readonly string[] = formats.flatMap(format => [...format.extensions])

/** True for text that begins with a tag, in UTF-8 or UTF-16, and is not a web page with a drawing in it. */
function isSvg(start: string): boolean {
  const text = start.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '')
  return /^\s*</.test(text) && /<(?:\w+:)?svg[\s>]/.test(text) && !/<html[\s>]/i.test(text)
}

function starts(...signatures: readonly string[]) {
  return (start: string) => signatures.some(signature => start.startsWith(signature))
}
