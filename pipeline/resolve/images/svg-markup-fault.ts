/**
 * The reason why browsers do not show an SVG: its markup is not well-formed (XML 1.0, with namespaces), or
 * its root is not `<svg>`. No tree is made, as a drawing may have a million elements. Entities that a DTD in
 * another file may define pass.
 */
import { SvgExpansion } from './svg-expansion.ts'
import {
  type Definitions,
  definitionsOf,
  entityFault,
  noDefinitions,
  referenceFault,
  withoutReferences,
} from './xml-definitions.ts'

/** The deepest nesting of elements. No real drawing reaches it. */
const mostDepth = 1000

const svgNamespace = 'http://www.w3.org/2000/svg'

/**
 * Patterns for a piece of markup or text at a given place. They allow more characters in names than XML does.
 */
const pieces = {
  text: /([^<]+)/y,
  start: /<([^\s<>/="'!?]+)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y,
  end: /<\/([^\s<>/="']+)\s*>/y,
  comment: /<!--([\s\S]*?)-->/y,
  section: /<!\[CDATA\[([\s\S]*?)\]\]>/y,
  instruction: /<\?([^\s?>]+)[\s\S]*?\?>/y,
  documentType:
    /<!DOCTYPE((?:[^[>"']|"[^"]*"|'[^']*')+(?:\[(?:<!--(?:(?!-->)[\s\S])*-->|"[^"]*"|'[^']*'|(?!<!--)[^\]"'])*\]\s*)?)>/y,
}
type Kind = keyof typeof pieces
// The cast is safe: `Object.keys` loses the type of the keys, which are those of the object above.
const kinds = Object.keys(pieces) as Kind[]

/** Characters that XML does not allow. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/

interface OpenElement {
  readonly name: string
  /** The prefixes of all namespaces that are declared on this element and around it. */
  readonly prefixes: ReadonlySet<string>
}

/** The state while the markup is read. */
interface MarkupState {
  readonly open: OpenElement[]
  readonly expansion: SvgExpansion
  hasRoot: boolean
  definitions: Definitions
}

/**
 * The fault in words, which follow "Unexpected content of `a.svg`: "; undefined if browsers can read the
 * markup.
 */
export function svgMarkupFault(markup: string): string | undefined {
  const control = forbidden.exec(markup)
  if (control) return `it has a control character ${lineOf(markup, control.index)}`
  const state: MarkupState = {
    open: [],
    expansion: new SvgExpansion(),
    hasRoot: false,
    definitions: noDefinitions,
  }
  const start = markup.startsWith('\ufeff') ? 1 : 0
  for (let at = start; at < markup.length; ) {
    const piece = pieceAt(markup, at)
    const fault = piece
      ? pieceFault(piece.kind, piece.match, { isFirst: at === start, state, markup })
      : 'its markup is broken or cut off'
    if (!piece || fault !== undefined) return `${fault} ${lineOf(markup, at)}`
    at += piece.match[0].length
  }
  const unclosed = state.open.at(-1)
  if (unclosed) return `\`<${unclosed.name}>\` is not closed`
  return state.hasRoot ? state.expansion.fault() : 'it has no root'
}

function pieceAt(markup: string, at: number): { kind: Kind; match: RegExpExecArray } | undefined {
  for (const kind of kinds) {
    const pattern = pieces[kind]
    pattern.lastIndex = at
    const match = pattern.exec(markup)
    if (match) return { kind, match }
  }
  return undefined
}

function pieceFault(
  kind: Kind,
  [, content = '', attributes = '', slash = '']: RegExpExecArray,
  { isFirst, state, markup }: { isFirst: boolean; state: MarkupState; markup: string },
): string | undefined {
  const { open, definitions } = state
  switch (kind) {
    case 'text':
      if (open.length === 0 && content.trim() !== '') return 'it has text outside of its root'
      if (content.includes(']]>')) return 'it has a stray `]]>`'
      state.expansion.text(content)
      return referenceFault(content, definitions)
    case 'start':
      return startFault(content, attributes, slash !== '', state)
    case 'end': {
      const last = open.pop()?.name
      state.expansion.end()
      const closed = last === undefined ? 'nothing' : `\`<${last}>\``
      return last === content ? undefined : `\`</${content}>\` closes ${closed}`
    }
    case 'comment':
      return /--|-$/.test(content) ? 'it has `--` in a comment' : undefined
    case 'section':
      state.expansion.text(content)
      return open.length > 0 ? undefined : 'it has text outside of its root'
    case 'instruction':
      return /^xml$/i.test(content) && !isFirst ? 'it does not begin with its `<?xml …?>`' : undefined
    case 'documentType':
      if (state.hasRoot) return 'it has a `<!DOCTYPE>` after its root'
      state.definitions = definitionsOf(content)
      return entityFault(content, markup, state.definitions)
  }
}

const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

function startFault(name: string, source: string, isEmpty: boolean, state: MarkupState): string | undefined {
  const { open, definitions } = state
  const values = new Map<string, string>()
  for (const [, key = '', double, single] of source.matchAll(attribute)) {
    if (values.has(key)) return `\`<${name}>\` has \`${key}\` twice`
    const value = double ?? single ?? ''
    values.set(key, value)
    const fault = referenceFault(value, definitions)
    if (fault !== undefined) return fault
  }
  const declared = [...values.keys()].flatMap(key => (key.startsWith('xmlns:') ? [key.slice(6)] : []))
  const around = open.at(-1)?.prefixes ?? new Set(['xml', 'xmlns', ...definitions.namespaces.keys()])
  const prefixes = declared.length > 0 ? new Set([...around, ...declared]) : around
  const unknown = [name, ...values.keys()].find(key => key.includes(':') && !prefixes.has(prefixOf(key)))
  if (unknown !== undefined) return `\`${unknown}\` has a prefix without \`xmlns:${prefixOf(unknown)}="…"\``
  if (open.length === 0) {
    if (state.hasRoot) return 'it has a second root'
    const prefix = prefixOf(name)
    const declaration =
      values.get(prefix === '' ? 'xmlns' : `xmlns:${prefix}`) ?? definitions.namespaces.get(prefix)
    const namespace = declaration?.replace(
      /&([^;]+);/g,
      (_, entity: string) => definitions.entities.get(entity) ?? '',
    )
    if (localName(name) !== 'svg' || namespace !== svgNamespace)
      return `it does not begin with \`<svg xmlns="${svgNamespace}">\``
    state.hasRoot = true
  }
  if (open.length === mostDepth) return 'its elements are nested too deeply'
  const plain = [...values].map(
    ([key, value]) => [localName(key), withoutReferences(value, definitions)] as const,
  )
  state.expansion.start(localName(name), new Map(plain))
  if (isEmpty) state.expansion.end()
  else open.push({ name, prefixes })
  return undefined
}

function prefixOf(name: string): string {
  return /^([^:]*):/.exec(name)?.[1] ?? ''
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function lineOf(text: string, at: number): string {
  return `in line ${text.slice(0, at).split('\n').length}`
}
