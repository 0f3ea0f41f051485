/**
 * LaTeX environments → nodes. Figures, tables, lists, listings, algorithms and formulas have readers in other
 * files of this folder. The body of most other environments is read as Markdown with LaTeX.
 */
import type { Blockquote, RootContent } from 'mdast'
import type { Caption, Equation, Theorem, TheoremKind, Unread } from '../../../model/mdast.ts'
import { ownValue } from '../../../values/record.ts'
import { readCall } from '../latex-grammar/call.ts'
import { topLevelMarks } from '../latex-grammar/groups.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { forNames, namesIn } from '../latex-grammar/signature-table.ts'
import { codeEnvironments } from '../latex-grammar/verbatim.ts'
import { appendixMark } from '../normalize/appendices.ts'
import { attributesOf } from '../tree/attributes.ts'
import { algorithmicOf, algorithmOf } from './algorithms.ts'
import { type Environment, environmentAt } from './environment.ts'
import { equationOf, isEquationEnvironment, letterRows } from './equations.ts'
import { tabularSignatures } from './float-signatures.ts'
import { figureOf, looseTable, tableOf } from './floats.ts'
import { examplesOf } from './glosses.ts'
import { listingData, listingOf } from './listing.ts'
import { descriptionOf, listOf } from './lists.ts'
import { expandEnvironment } from './macros.ts'
import { latexProse } from './prose.ts'
import type { LatexReader, Made, TheoremName } from './reader.ts'
import { statementPart } from './statements.ts'
import { tabbing } from './tabbing.ts'

/** Reads an environment. Undefined if it cannot be read. */
type EnvironmentReader = (environment: Environment, reader: LatexReader) => Made

/** Name of an environment in lower case, or title in `\newtheorem` → kind of theorem. */
const theoremKinds: Readonly<Record<string, TheoremKind>> = {
  assumption: 'assumption',
  axiom: 'axiom',
  conjecture: 'conjecture',
  cor: 'corollary',
  corollary: 'corollary',
  criterion: 'criterion',
  definition: 'definition',
  defn: 'definition',
  example: 'example',
  exercise: 'exercise',
  lem: 'lemma',
  lemma: 'lemma',
  observation: 'observation',
  proof: 'proof',
  prop: 'proposition',
  property: 'property',
  proposition: 'proposition',
  rem: 'remark',
  remark: 'remark',
  solution: 'solution',
  theorem: 'theorem',
  thm: 'theorem',
}

/** Environments of theorems for which journals have no label: the name of the environment is the label. */
const namedTheorems: ReadonlySet<string> = new Set(
  namesIn('case claim condition construction convention fact hypothesis notation problem question result'),
)

const plainBody: EnvironmentReader = ({ body }, reader) => reader.blocks(latexProse(body))
/** A box with the title that its options give. */
const titledBox: EnvironmentReader = ({ options, body }, reader) => {
  const settings = options[0]
  const found = /(?:^|,)\s*(?:frame)?title\s*=\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|([^,]*))/.exec(
    settings?.text ?? '',
  )
  const words = found?.[1] ?? found?.[2]?.trim() ?? ''
  const start = found ? found.index + found[0].lastIndexOf(words) : 0
  const title = words === '' ? undefined : settings?.slice(start, start + words.length)
  const content = reader.blocks(latexProse(body))
  if (!title) return content
  const strong = { type: 'strong', children: reader.phrases(latexProse(title)) } as const
  return [{ type: 'paragraph', children: [strong], position: title.positionOf() }, ...content]
}

/** A quotation; the options of `displayquote` are its source and the punctuation at its end. */
const blockquote: EnvironmentReader = ({ options, body, whole }, reader) => [
  {
    type: 'blockquote',
    children: [body, ...options].flatMap(text => reader.blocks(latexProse(text))) as Blockquote['children'], // blocks only
    position: whole.positionOf(),
  },
]
const sectionDiv: EnvironmentReader = ({ name, body, whole }, reader) => [
  {
    type: 'div',
    attributes: attributesOf(undefined, [name.replace(/\*$/, '')]),
    children: reader.blocks(latexProse(body)),
    position: whole.positionOf(),
  },
]
const appendixBody: EnvironmentReader = ({ body, whole }, reader) => [
  appendixMark(whole.positionOf(0, 0)),
  ...reader.blocks(latexProse(body)),
]
const statementDiv: EnvironmentReader = ({ name, body, whole }, reader) => [
  statementPart(name, reader.blocks(latexProse(body)), whole.positionOf()),
]
const verbatim: EnvironmentReader = ({ options, groups, name, body, whole }) => [
  {
    type: 'code',
    lang: languageOf(name === 'minted' ? groups[0] : options[0]),
    meta: null,
    value: body.text.replace(/^[^\S\n]*\n|\n[^\S\n]*$/g, ''),
    ...listingData(options[0]?.text ?? ''),
    position: whole.positionOf(),
  },
]

/** Name of an environment → its signature (`signature-table.ts`) and its reader. */
const environments: Readonly<Record<string, readonly [signature: string, read: EnvironmentReader]>> = {
  // Figures: LaTeX kernel, wrapfig, rotating, sidecap, achemso (`scheme`, `chart`).
  ...named('figure figure* sidewaysfigure sidewaysfigure* scheme chart', 'o', figureOf),
  ...named('wrapfigure wrapfloat', 'omom', figureOf),
  ...named('SCfigure SCfigure*', 'oo', figureOf),

  // Tables: LaTeX kernel, wrapfig, rotating, threeparttable.
  ...named('table table* sidewaystable sidewaystable* threeparttable', 'o', tableOf),
  ...named('wraptable', 'omom', tableOf),
  ...named('SCtable SCtable*', 'oo', tableOf),
  ...Object.fromEntries(
    Object.entries(tabularSignatures).map(([name, signature]) => [name, [signature, looseTable]]),
  ),

  ...named('tabbing', '', tabbing),

  // Lists: LaTeX kernel, enumitem (`itemize*`), paralist.
  ...named('itemize enumerate itemize* enumerate*', 'o', listOf),
  ...named('compactitem compactenum inparaitem inparaenum asparaitem asparaenum', 'o', listOf),
  ...named('description description* compactdesc inparadesc asparadesc', 'o', descriptionOf),

  // Quotations: LaTeX kernel, csquotes (`displayquote`).
  ...named('quote quotation verse', '', blockquote),
  ...named('displayquote', 'oo', blockquote),

  // Code
  ...named(codeEnvironments.join(' '), 'o', verbatim),
  ...named('minted', 'om', verbatim),
  // minted (`listing`), Quarto (`codelisting`)
  ...named('listing listing* codelisting', 'o', listingOf),

  // Examples of language: gb4e
  ...named('exe', '', examplesOf),

  // Algorithms: algorithm, algorithm2e, algorithmic.
  ...named('algorithm algorithm* algorithm2e', 'o', algorithmOf),
  ...named('algorithmic', 'o', algorithmicOf),

  // Layout, which the journal decides; only the body is read. LaTeX kernel:
  ...named('document center flushleft flushright small footnotesize samepage sloppypar', '', plainBody),
  ...named('minipage', 'ooom', plainBody),
  // lscape, setspace, lineno, REVTeX (`widetext`), multicol, changepage
  ...named('landscape singlespace linenomath linenomath* widetext', '', plainBody),
  ...named('multicols spacing', 'm', plainBody),
  ...named('adjustwidth adjustwidth*', 'omm', plainBody),
  // framed, mdframed, tcolorbox
  ...named('framed leftbar shaded snugshade oframed', '', plainBody),
  ...named('mdframed tcolorbox', 'o', titledBox),
  // babel
  ...named('otherlanguage otherlanguage*', 'om', plainBody),
  // Sweave, and the class of the Journal of Statistical Software
  ...named('Schunk CodeChunk', '', plainBody),

  // Parts of an article: LaTeX kernel, several classes, appendix (`appendices`, `subappendices`).
  ...named('abstract keywords', '', sectionDiv),
  ...named('appendix appendices subappendices', '', appendixBody),
  ...named('acknowledgement acknowledgements acknowledgment acknowledgments ack', '', statementDiv),

  // amsmath
  ...named('subequations', '', subequations),

  // Packages comment and verbatim
  ...named('comment', '', () => []),
}

function named(names: string, signature: string, read: EnvironmentReader) {
  return forNames(names, [signature, read] as const)
}

/** Reads the environment in `source`. An environment that cannot be read becomes an `unread` node. */
export function readEnvironment(source: PlacedText, reader: LatexReader): RootContent[] {
  const environment = environmentAt(source, 0, name => signatureOf(name, reader))
  if (!environment) return [unread(source, 'LaTeX environment')]
  const { name } = environment
  const nodes = reader.environments.has(name)
    ? expandEnvironment(environment, reader)
    : isEquationEnvironment(name)
      ? equationsOf(environment, reader)
      : (entryOf(name, reader)?.[1](environment, reader) ?? theoremOf(environment, reader))
  return nodes ? [...nodes] : [unread(source, `LaTeX environment ${name}`)]
}

/**
 * The formula of an environment. `\intertext{…}` divides it: the text is a paragraph between two formulas.
 */
function equationsOf({ name, body, whole }: Environment, reader: LatexReader): RootContent[] {
  const texts = topLevelMarks(body.text, /\\(?:short)?intertext(?=\s*\{)/)
  if (texts.length === 0) return [equationOf(name, body, whole.positionOf())]
  const nodes: RootContent[] = []
  const addFormula = (source: PlacedText) => {
    const rows = source.replace(/\\\\\*?(?:\[[^\]]*\])?\s*$/g, () => '')
    if (!rows.isBlank) nodes.push(equationOf(name, rows, rows.positionOf()))
  }
  let start = 0
  for (const { index, 0: command } of texts) {
    const call = readCall(body, index, () => 'm')
    const [words] = call?.groups ?? []
    if (!call || !words) continue
    addFormula(body.slice(start, index))
    nodes.push({
      type: 'paragraph',
      children: reader.phrases(latexProse(words)),
      position: words.positionOf(),
    })
    start = Math.max(call.end, index + command.length)
  }
  addFormula(body.slice(start))
  return nodes
}

/** True if an environment of this name is read without a definition by the author. */
export function isEnvironment(name: string): boolean {
  return Object.hasOwn(environments, name) || isEquationEnvironment(name)
}

function signatureOf(name: string, reader: LatexReader): string {
  if (/^alignat\*?$/.test(name) || reader.environments.has(name)) return ''
  return entryOf(name, reader)?.[0] ?? (knownTheorem(name, reader) ? 'o' : '')
}

/**
 * The signature and the reader of an environment. Undefined for an environment that the author has defined as
 * a theorem: it is read as a theorem.
 */
function entryOf(name: string, { theorems }: LatexReader) {
  return theorems.has(name) || !Object.hasOwn(environments, name) ? undefined : environments[name]
}

interface KnownTheorem {
  readonly kind: TheoremKind
  readonly word?: string
  readonly isNumbered: boolean
  readonly counter?: string
  readonly within?: 'section' | 'subsection'
}

/**
 * Finds the kind of a theorem by the name of its environment. After `\newtheorem{prop}{Proposition}` it is
 * `proposition`; after `\newtheorem{hyp}{Hypothesis}` it is `theorem` with the word "Hypothesis".
 */
function knownTheorem(name: string, { theorems: defined }: LatexReader): KnownTheorem | undefined {
  const base = name.replace(/\*$/, '')
  const definition = defined.get(name)
  if (definition) {
    const { word, isNumbered } = definition
    const kind = ownValue(theoremKinds, word.toLowerCase())
    const counting = { isNumbered, ...countingOf(name, definition, defined) }
    return kind ? { kind, ...counting } : { kind: 'theorem', word, ...counting }
  }
  const isStarred = name.endsWith('*')
  const word = base.charAt(0).toUpperCase() + base.slice(1)
  if (namedTheorems.has(base)) return { kind: 'theorem', word, isNumbered: !isStarred }
  const kind = Object.hasOwn(theoremKinds, base.toLowerCase()) ? theoremKinds[base.toLowerCase()] : undefined
  const isPlain = isStarred || kind === 'proof' || kind === 'solution'
  return kind && { kind, isNumbered: !isPlain }
}

/**
 * How theorems are counted. `\newtheorem{lem}[thm]{Lemma}` shares the counter of `thm`;
 * `\newtheorem{thm}{Theorem}[section]` is counted anew in each section.
 */
function countingOf(
  name: string,
  definition: TheoremName,
  defined: ReadonlyMap<string, TheoremName>,
): Pick<KnownTheorem, 'counter' | 'within'> {
  const isBase = [...defined.values()].some(({ shared }) => shared === name)
  const base = definition.shared === undefined ? definition : defined.get(definition.shared)
  const within = base?.within ?? definition.within
  return {
    ...((isBase || definition.shared !== undefined) && { counter: definition.shared ?? name }),
    ...((within === 'section' || within === 'subsection') && { within }),
  }
}

function unread(source: PlacedText, what: string): Unread {
  return { type: 'unread', value: source.text, what, isBlock: true, position: source.positionOf() }
}

function theoremOf({ name, options, body, whole }: Environment, reader: LatexReader): Made {
  const theorem = knownTheorem(name, reader)
  if (!theorem) return undefined
  const [title] = options
  const [, id] = /^\s*\\label\{([^{}]*)\}/.exec(body.text) ?? []
  const inside = id === undefined ? body : body.slice(body.text.indexOf('}') + 1)
  const caption: Caption[] = title
    ? [{ type: 'caption', children: reader.phrases(latexProse(title)), position: title.positionOf() }]
    : []
  const children = reader.blocks(latexProse(inside)) as Theorem['children'] // blocks only
  return [
    {
      type: 'theorem',
      ...theorem,
      attributes: attributesOf(id?.trim()),
      children: [...caption, ...children],
      position: whole.positionOf(),
    },
  ]
}

/** Reads the body and gives letters to its equations: "1a", "1b" …. */
function subequations({ body }: Environment, reader: LatexReader): Made {
  const [labelSource = '', label] = /^\s*\\label\{([^{}]*)\}/.exec(body.text) ?? []
  const nodes = reader.blocks(body.slice(labelSource.length))
  const equations: Equation[] = []
  for (const node of nodes) {
    const children = node.type === 'paragraph' ? node.children : [node]
    for (const child of children) if (child.type === 'equation') equations.push(child)
  }
  letterRows(equations, label?.trim())
  return nodes
}

/** Language in the option of a listing, in lower case: `language=Python` or `Python` → `python`. */
function languageOf(source: PlacedText | undefined): string | null {
  if (!source) return null
  const [, languageValue] = /language\s*=\s*\{?(?:\[[^\]]*\])?([\w+#-]+)/i.exec(source.text) ?? []
  const language = languageValue ?? /^[\w+#-]+$/.exec(source.text.trim())?.[0]
  return language?.toLowerCase() ?? null
}
