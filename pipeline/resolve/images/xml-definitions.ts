/**
 * The entities and namespaces that the document type of an XML file defines, and a check of references to
 * them.
 */

export interface Definitions {
  /** Texts of entities by name; empty for an entity in another file. */
  readonly entities: ReadonlyMap<string, string>
  /** Namespaces that are declared by default, by prefix; the default namespace has the prefix ''. */
  readonly namespaces: ReadonlyMap<string, string>
  /** True if the document type refers to another file, which may define more. */
  readonly isPartial: boolean
}

/** Entities that every XML file has (XML 1.0, 4.6). */
const predefined: readonly (readonly [string, string])[] = [
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]

export const noDefinitions: Definitions = {
  entities: new Map(predefined),
  namespaces: new Map(),
  isPartial: false,
}

/**
 * Reads what a document type defines. `source`: the text between `<!DOCTYPE` and `>`. The first of two
 * definitions counts (XML 1.0, 4.2).
 */
export function definitionsOf(source: string): Definitions {
  const entities = source.matchAll(/<!ENTITY\s+([^\s%"']+)\s+(?:"([^"]*)"|'([^']*)'|SYSTEM|PUBLIC)/g)
  const defaults = source.matchAll(/\sxmlns(?::([^\s"']+))?\s+CDATA\s+(?:#FIXED\s+)?(?:"([^"]*)"|'([^']*)')/g)
  const defined = [...entities].map(
    ([, name = '', double, single]) => [name, double ?? single ?? ''] as const,
  )
  const prefixed = [...defaults].map(
    ([, prefix = '', double, single]) => [prefix, double ?? single ?? ''] as const,
  )
  return {
    entities: new Map([...defined.toReversed(), ...predefined]),
    namespaces: new Map(prefixed.toReversed()),
    isPartial: /^\s*\S+\s+(?:SYSTEM|PUBLIC)\b|%[^\s;"'<>]+;/.test(source),
  }
}

/**
 * Describes the first reference to an unknown entity or character. Undefined if all references may be known.
 */
export function referenceFault(text: string, { entities, isPartial }: Definitions): string | undefined {
  for (const [reference, decimal, hexadecimal, name] of text.matchAll(
    /&(?:#(\d+);|#x([\da-fA-F]+);|([^\s&;#<]+);)?/g,
  )) {
    if (reference === '&') return 'it has a bare `&`, expected `&amp;`'
    const isKnown =
      name === undefined
        ? isCharacter(decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal))
        : isPartial || entities.has(name)
    if (!isKnown) return `it has \`${reference}\`, which is not defined`
  }
  return undefined
}

/** The greatest number of characters that all entities of a file may stand for. */
const mostEntityText = 10_000_000

/**
 * Why the entities of a document type are refused: they contain markup or each other, or stand for too much
 * text. `source`: the text between `<!DOCTYPE` and `>`. `markup`: the whole file.
 */
export function entityFault(source: string, markup: string, { entities }: Definitions): string | undefined {
  if (/<!ENTITY\s+%/.test(source)) return 'it defines entities for its document type'
  const own = [...entities].filter(([name]) => !predefined.some(([known]) => known === name))
  for (const [name, text] of own) {
    if (/&(?!#)/.test(text)) return 'its entities multiply'
    if (/<|&#0*60;|&#x0*3c;|&#0*38;|&#x0*26;/i.test(text)) return `its entity \`&${name};\` contains markup`
  }
  let length = 0
  for (const [, name = ''] of markup.matchAll(/&([^\s&;#<]+);/g)) length += entities.get(name)?.length ?? 0
  return length > mostEntityText ? 'its entities multiply' : undefined
}

/** A value of an attribute with the characters that its references stand for. */
export function withoutReferences(value: string, { entities }: Definitions): string {
  if (!value.includes('&')) return value
  return value.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|([^\s&;#<]+));/g, (_, decimal, hexadecimal, name) =>
    name === undefined
      ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal))
      : withoutReferences(entities.get(name) ?? '', noDefinitions),
  )
}

/** True for a code point that XML allows (XML 1.0, 2.2). */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff)
}
