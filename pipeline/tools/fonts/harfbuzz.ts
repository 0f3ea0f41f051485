/**
 * The only importer of harfbuzzjs: HarfBuzz's subsetter as WebAssembly (5 ms to load). It cuts a font file
 * down to the glyphs of some characters and everything that they can turn into: ligatures, alternate letters,
 * larger brackets and roots.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * Cuts a font file down to these characters. `sfnt`: a TrueType or OpenType file. `features`: those that are
 * kept besides the ones that text always has, such as kerning and ligatures; default: all. Throws for other
 * files.
 */
type FontCutter = (
  sfnt: Uint8Array,
  codePoints: Iterable<number>,
  features?: readonly string[] | undefined,
) => Uint8Array

/** An address in the memory of the module; 0 for nothing. */
type Address = number

/** The C functions of hb.h and hb-subset.h that are used here. */
interface HarfBuzz {
  readonly memory: WebAssembly.Memory
  readonly _initialize: () => void
  readonly malloc: (bytes: number) => Address
  readonly free: (address: Address) => void
  readonly hb_blob_create: (
    data: Address,
    length: number,
    mode: number,
    user: Address,
    free: Address,
  ) => Address
  readonly hb_blob_destroy: (blob: Address) => void
  readonly hb_blob_get_data: (blob: Address, length: Address) => Address
  readonly hb_blob_get_length: (blob: Address) => number
  readonly hb_face_create: (blob: Address, index: number) => Address
  readonly hb_face_destroy: (face: Address) => void
  readonly hb_face_reference_blob: (face: Address) => Address
  readonly hb_set_add: (set: Address, value: number) => void
  readonly hb_set_clear: (set: Address) => void
  readonly hb_set_invert: (set: Address) => void
  readonly hb_subset_input_create_or_fail: () => Address
  readonly hb_subset_input_destroy: (input: Address) => void
  readonly hb_subset_input_set: (input: Address, kind: number) => Address
  readonly hb_subset_input_keep_everything: (input: Address) => void
  readonly hb_subset_input_pin_axis_location: (
    input: Address,
    face: Address,
    axis: number,
    value: number,
  ) => number
  readonly hb_subset_input_set_flags: (input: Address, flags: number) => void
  readonly hb_subset_input_unicode_set: (input: Address) => Address
  readonly hb_subset_or_fail: (face: Address, input: Address) => Address
}

/** The memory mode HB_MEMORY_MODE_WRITABLE. */
const writable = 2
/** The flag HB_SUBSET_FLAGS_NOTDEF_OUTLINE, which keeps the box that is shown for a missing character. */
const notdefOutline = 0x40
/** The set HB_SUBSET_SETS_LAYOUT_FEATURE_TAG. */
const featureTags = 6

/** Loaded with the first use, and kept: its functions are compiled when they are first called. */
let loaded: HarfBuzz | undefined

export function fontCutter(): FontCutter {
  loaded ??= load()
  const harfbuzz = loaded
  return (sfnt, codePoints, features) => cut(harfbuzz, sfnt, codePoints, features)
}

/** A place on the axes of a variable font: `{ wght: 700 }`. Values outside an axis are moved to its end. */
type AxisValues = Readonly<Record<string, number>>

/** The font at one place on all its axes, as a font without axes. Throws if it cannot be made. */
export function fontInstance(sfnt: Uint8Array, values: AxisValues): Uint8Array {
  loaded ??= load()
  const hb = loaded
  return subset(hb, sfnt, (input, face) => {
    hb.hb_subset_input_keep_everything(input)
    for (const [tag, value] of Object.entries(values))
      hb.hb_subset_input_pin_axis_location(input, face, tagNumber(tag), value)
  })
}

/** The four letters of a tag as a number, as in hb.h. */
function tagNumber(tag: string): number {
  return [...tag.padEnd(4)].reduce((number, letter) => number * 256 + letter.charCodeAt(0), 0)
}

function load(): HarfBuzz {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm'))
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm))
  // The cast is safe: the lock file fixes the version of the WebAssembly file, and so its functions.
  const harfbuzz = exports as unknown as HarfBuzz
  harfbuzz._initialize()
  return harfbuzz
}

function cut(
  hb: HarfBuzz,
  sfnt: Uint8Array,
  codePoints: Iterable<number>,
  features?: readonly string[],
): Uint8Array {
  return subset(hb, sfnt, input => {
    // At first, the set has the features that text always has.
    const tags = hb.hb_subset_input_set(input, featureTags)
    for (const feature of features ?? []) hb.hb_set_add(tags, tagNumber(feature))
    if (!features) {
      hb.hb_set_clear(tags)
      hb.hb_set_invert(tags)
    }
    hb.hb_subset_input_set_flags(input, notdefOutline)
    const kept = hb.hb_subset_input_unicode_set(input)
    for (const point of codePoints) hb.hb_set_add(kept, point)
  })
}

/** Makes a font out of another. `prepare` says what is kept of the face. */
function subset(
  hb: HarfBuzz,
  sfnt: Uint8Array,
  prepare: (input: Address, face: Address) => void,
): Uint8Array {
  // Memory moves when it grows, so each access needs a new view.
  const memory = () => new Uint8Array(hb.memory.buffer)
  const data = hb.malloc(sfnt.length)
  memory().set(sfnt, data)
  const blob = hb.hb_blob_create(data, sfnt.length, writable, 0, 0)
  const face = hb.hb_face_create(blob, 0)
  hb.hb_blob_destroy(blob)
  const input = hb.hb_subset_input_create_or_fail()
  prepare(input, face)
  const made = hb.hb_subset_or_fail(face, input)
  hb.hb_subset_input_destroy(input)
  hb.hb_face_destroy(face)
  try {
    if (made === 0) throw new Error('Unexpected font file: HarfBuzz cannot cut it down')
    const result = hb.hb_face_reference_blob(made)
    const start = hb.hb_blob_get_data(result, 0)
    const bytes = memory().slice(start, start + hb.hb_blob_get_length(result))
    hb.hb_blob_destroy(result)
    hb.hb_face_destroy(made)
    return bytes
  } finally {
    hb.free(data)
  }
}
