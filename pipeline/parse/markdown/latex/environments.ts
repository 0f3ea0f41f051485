/** Environments of LaTeX → nodes. What they hold is read by the readers beside this one, or as Markdown. */
import type { Blockquote, RootContent } from 'mdast'
import type { Caption, Equation, Theorem, TheoremKind, Unread } from '../../../model/mdast.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { appendixMark } from '../normalize/appendices.ts'
import { attributesOf } from '../tree/attributes.ts'
import { algorithmicOf, algorithmOf } from './algorithms.ts'
import { type Environment, environmentAt } from './environment.ts'
import { equationOf, isEquationEnvironment, letterRows } from './equations.ts'
import { tabularSignatures } from './float-parts.ts'
import { figureOf, looseTable, tableOf } from './floats.ts'
import { listingData, listingOf } from './listing.ts'
import { descriptionOf, listOf } from './lists.ts'
import { latexProse } from './prose.ts'
import type { LatexReader, Made, TheoremName } from './reader.ts'
import { statementPart } from './statements.ts'

type Reading = (environment: Environment, reader: LatexReader) => Made

const theorems: Readonly<Record<string, TheoremKind>> = {
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

/** Theorems of classes and templates that the journal has no label for. */
const namedTheorems: ReadonlySet<string> = new Set(
  'case claim condition fact hypothesis problem question result'.split(' '),
)

const contents: Reading = ({ body }, reader) => reader.blocks(latexProse(body))
const quotation: Reading = ({ body, whole }, reader) => [
  {
    type: 'blockquote',
    children: reader.blocks(latexProse(body)) as Blockquote['children'], // blocks only
    position: whole.positionOf(),
  },
]
const section: Reading = ({ name, body, whole }, reader) => [
  {
    type: 'div',
    attributes: attributesOf(undefined, [name.replace(/\*$/, '')]),
    children: reader.blocks(latexProse(body)),
    position: whole.positionOf(),
  },
]
const appendix: Reading = ({ body, whole }, reader) => [
  appendixMark(whole.positionOf(0, 0)),
  ...reader.blocks(latexProse(body)),
]
const statementOf: Reading = ({ name, body, whole }, reader) => [
  statementPart(name, reader.blocks(latexProse(body)), whole.positionOf()),
]
const verbatim: Reading = ({ options, groups, name, body, whole }) => [
  {
    type: 'code',
    lang: languageOf(name === 'minted' ? groups[0] : options[0]),
    meta: null,
    value: body.text.replace(/^[^\S\n]*\n|\n[^\S\n]*$/g, ''),
    ...(name === 'lstlisting' && listingData(options[0]?.text ?? '')),
    position: whole.positionOf(),
  },
]
const list: Reading = (environment, reader) => [listOf(environment, reader)]

/** Name → what its arguments are (`signatures.ts`), and what is made of it. */
const readings: Readonly<Record<string, readonly [signature: string, reading: Reading]>> = {
  ...named('figure figure* wrapfigure sidewaysfigure sidewaysfigure* SCfigure scheme chart', '', figureOf),
  ...named('table table* wraptable sidewaystable sidewaystable* threeparttable', '', tableOf),
  ...Object.fromEntries(
    Object.entries(tabularSignatures).map(([name, signature]) => [name, [signature, looseTable]]),
  ),
  ...named('itemize enumerate compactitem compactenum', 'o', list),
  description: ['o', (environment, reader) => [descriptionOf(environment, reader)]],
  ...named('quote quotation verse displayquote', '', quotation),
  ...named('verbatim verbatim* Verbatim lstlisting alltt', 'o', verbatim),
  minted: ['om', verbatim],
  ...named('center flushleft flushright landscape small footnotesize document singlespace', '', contents),
  ...named('samepage widetext linenomath linenomath* sloppypar', '', contents),
  ...named('framed leftbar shaded snugshade oframed CodeChunk Schunk', '', contents),
  ...named('mdframed tcolorbox', 'o', contents),
  ...named('Sinput Soutput Scode CodeInput CodeOutput', 'o', verbatim),
  ...named('algorithm algorithm* algorithm2e', 'o', algorithmOf),
  algorithmic: ['o', algorithmicOf],
  ...named('listing listing* codelisting', 'o', listingOf),
  ...named('appendix appendices subappendices', '', appendix),
  minipage: ['ooom', contents],
  multicols: ['m', contents],
  spacing: ['m', contents],
  ...named('adjustwidth adjustwidth*', 'omm', contents),
  ...named('abstract keywords', '', section),
  ...named('acknowledgement acknowledgements acknowledgment acknowledgments ack', '', statementOf),
  comment: ['', () => []],
  subequations: ['', subequations],
}

function named(names: string, signature: string, reading: Reading) {
  return Object.fromEntries(names.split(' ').map(name => [name, [signature, reading] as const]))
}

/** The environment that `source` is. What cannot be read stays as it stands. */
export function readEnvironment(source: PlacedText, reader: LatexReader): RootContent[] {
  const environment = environmentAt(source, 0, name => signatureOf(name, reader))
  if (!environment) return [unread(source, 'LaTeX environment')]
  const { name, body, whole } = environment
  const made = isEquationEnvironment(name)
    ? [equationOf(name, body, whole.positionOf())]
    : (readingOf(name, reader)?.[1](environment, reader) ?? theoremOf(environment, reader))
  return made ? [...made] : [unread(source, `LaTeX environment ${name}`)]
}

function signatureOf(name: string, reader: LatexReader): string {
  if (/^alignat\*?$/.test(name)) return ''
  return readingOf(name, reader)?.[0] ?? (theoremName(name, reader) ? 'o' : '')
}

/** What the author has defined as a theorem is one. */
function readingOf(name: string, { theorems }: LatexReader) {
  return theorems.has(name) || !Object.hasOwn(readings, name) ? undefined : readings[name]
}

interface KnownTheorem {
  readonly kind: TheoremKind
  readonly word?: string
  readonly isNumbered: boolean
  readonly counter?: string
  readonly within?: 'section' | 'subsection'
}

/** `\newtheorem{prop}{Proposition}` names one of ours, `\newtheorem{hyp}{Hypothesis}` one of the author's. */
function theoremName(name: string, { theorems: own }: LatexReader): KnownTheorem | undefined {
  const base = name.replace(/\*$/, '')
  const said = own.get(name)
  if (said) {
    const kind = theorems[said.word.toLowerCase()]
    const { isNumbered } = said
    const counting = { isNumbered, ...countingOf(name, said, own) }
    return kind ? { kind, ...counting } : { kind: 'theorem', word: said.word, ...counting }
  }
  const isStarred = name.endsWith('*')
  const word = base.charAt(0).toUpperCase() + base.slice(1)
  if (namedTheorems.has(base)) return { kind: 'theorem', word, isNumbered: !isStarred }
  const kind = Object.hasOwn(theorems, base.toLowerCase()) ? theorems[base.toLowerCase()] : undefined
  const isPlain = isStarred || kind === 'proof' || kind === 'solution'
  return kind && { kind, isNumbered: !isPlain }
}

/**
 * `\newtheorem{lem}[thm]{Lemma}` is counted as `thm` is, `\newtheorem{thm}{Theorem}[section]` in each
 * section.
 */
function countingOf(
  name: string,
  said: TheoremName,
  own: ReadonlyMap<string, TheoremName>,
): Pick<KnownTheorem, 'counter' | 'within'> {
  const isBase = [...own.values()].some(({ shared }) => shared === name)
  const base = said.shared === undefined ? said : own.get(said.shared)
  const within = base?.within ?? said.within
  return {
    ...((isBase || said.shared !== undefined) && { counter: said.shared ?? name }),
    ...((within === 'section' || within === 'subsection') && { within }),
  }
}

function unread(source: PlacedText, what: string): Unread {
  return { type: 'unread', value: source.text, what, isBlock: true, position: source.positionOf() }
}

function theoremOf({ name, options, body, whole }: Environment, reader: LatexReader): Made {
  const known = theoremName(name, reader)
  if (!known) return undefined
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
      ...known,
      attributes: attributesOf(id?.trim()),
      children: [...caption, ...children],
      position: whole.positionOf(),
    },
  ]
}

/** The equations in it, numbered "1a", "1b"; text between them stays. */
function subequations({ body }: Environment, reader: LatexReader): Made {
  const [head = '', label] = /^\s*\\label\{([^{}]*)\}/.exec(body.text) ?? []
  const nodes = reader.blocks(body.slice(head.length))
  const equations: Equation[] = []
  for (const node of nodes) {
    const children = node.type === 'paragraph' ? node.children : [node]
    for (const child of children) if (child.type === 'equation') equations.push(child)
  }
  letterRows(equations, label?.trim())
  return nodes
}

/** `language=Python` or `python` → `python` */
function languageOf(source: PlacedText | undefined): string | null {
  if (!source) return null
  const [, named] = /language\s*=\s*\{?(?:\[[^\]]*\])?([\w+#-]+)/i.exec(source.text) ?? []
  const word = named ?? /^[\w+#-]+$/.exec(source.text.trim())?.[0]
  return word?.toLowerCase() ?? null
}
