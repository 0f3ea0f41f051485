/**
 * Commands of LaTeX in a line of text → nodes. What is known stands in tables: characters (`symbols.ts`),
 * references, citations, what is dropped (`dropped.ts`), macros of the text, and here the rest. The arguments
 * are Markdown again.
 */
import type { PhrasingContent, RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Unread } from '../../../model/mdast.ts'
import type { Call } from '../latex-grammar/call.ts'
import { dropped } from '../latex-grammar/dropped.ts'
import { glossaryNames } from '../latex-grammar/glossary-names.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { accented, letterCommands, symbols } from '../latex-grammar/symbols.ts'
import { appendixMark } from '../normalize/appendices.ts'
import { citation, citationForm } from './citations.ts'
import { glossaryWord } from './glossary.ts'
import { defineMacro, expandMacro } from './macros.ts'
import { latexProse } from './prose.ts'
import type { LatexReader, Made } from './reader.ts'
import { crossReference, hyperref, label, referenceForms } from './references.ts'
import { statement } from './statements.ts'

type Command = (argument: PlacedText, call: Call, reader: LatexReader) => Made

/** Commands of one argument. */
const marks: Readonly<Record<string, Command>> = {
  ...both(['emph', 'textit', 'textsl', 'textem'], 'emphasis'),
  ...both(['textbf', 'bmhead'], 'strong'),
  ...both(['textsc', 'acro'], 'smallCaps'),
  ...both(['underline', 'uline'], 'underline'),
  ...both(['textsuperscript', 'tnote'], 'superscript'),
  ...both(['textsubscript'], 'subscript'),
  ...both(['sout', 'st'], 'delete'),
  ...Object.fromEntries(
    [
      'textrm',
      'textsf',
      'textnormal',
      'textup',
      'textmd',
      'textlf',
      'mbox',
      'hbox',
      'text',
      'fbox',
      'pkg',
      'chem',
    ]
      .concat(['uppercase', 'MakeUppercase', 'lowercase', 'proglang', 'belowtable', 'tabnote'])
      .map(name => [name, (argument: PlacedText, _: Call, reader: LatexReader) => reader.phrases(argument)]),
  ),
  ...Object.fromEntries(['texttt', 'code', 'path'].map(name => [name, code])),
  ...Object.fromEntries(['url', 'nolinkurl', 'email'].map(name => [name, address])),
  ...Object.fromEntries(['footnote', 'footnotetext'].map(name => [name, footnote])),
  ensuremath: (argument, { position }) => [{ type: 'inlineMath', value: argument.text, position }],
  verb: (argument, { position }) => [{ type: 'inlineCode', value: argument.text.slice(1, -1), position }],
  lstinline: (argument, { position }) => [
    { type: 'inlineCode', value: argument.text.slice(1, -1), position },
  ],
  hspace: (_, { position }) => [{ type: 'text', value: ' ', position }],
  includegraphics: (argument, { position }) => [
    { type: 'image', url: argument.text.trim(), title: null, alt: '', position },
  ],
  // The quotation marks become those of the language.
  enquote: (argument, { position }, reader) => {
    const mark = { type: 'text', value: '"', position } as const
    return [mark, ...reader.phrases(argument), mark]
  },
  ...Object.fromEntries(glossaryNames.map(name => [name, glossaryWord])),
  textcolor: (_, { groups, position }, reader) => second(groups, position, reader),
  colorbox: (_, { groups, position }, reader) => second(groups, position, reader),
  href: (url, { groups, position }, reader) => {
    const text = groups[1]
    if (!text) return undefined
    // Links do not nest.
    const children = reader.phrases(text) as Extract<PhrasingContent, { type: 'link' }>['children']
    return [{ type: 'link', url: addressOf(url), children, position }]
  },
  section: heading(1),
  subsection: heading(2),
  subsubsection: heading(3),
  paragraph: heading(4),
  subparagraph: heading(5),
}

/** What belongs into a formula, and is written without dollars all the same. */
const formulas: ReadonlySet<string> = new Set(
  `alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon
  phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega rightarrow leftarrow to Rightarrow
  Leftarrow leftrightarrow sim simeq approx leq geq le ge neq equiv pm mp times cdot infty partial nabla circ bullet
  star ce SI si num qty unit vec SIrange qtyrange numrange ang`.split(/\s+/),
)

const breaks = {
  newpage: 'page',
  clearpage: 'page',
  cleardoublepage: 'page',
  pagebreak: 'page',
  columnbreak: 'column',
} as const

export function readCommand(call: Call, reader: LatexReader): Made {
  const { name, groups, options, position } = call
  const [argument] = groups
  const symbol = symbols[name]
  const breakKind = isBreak(name) ? breaks[name] : undefined
  const reference = referenceForms[name]
  const cited = citationForm(name)
  const macro = reader.macros.get(name)
  if (macro) return expandMacro(macro, call, reader)
  if (symbol !== undefined) return [{ type: 'text', value: symbol, position }]
  if (breakKind) return [{ type: 'layoutBreak', kind: breakKind, position }]
  if (name === 'newline' || name === 'linebreak') return [{ type: 'break', position }]
  if (name === 'par') return [{ type: 'text', value: ' ', position }]
  if (reference) return argument ? crossReference(argument, call, reference) : undefined
  if (name === 'label') return argument ? label(argument, call) : undefined
  if (name === 'introduction' || name === 'conclusions') return namedHeading(call)
  if (name === 'hyperref') return hyperref(call, reader)
  if (cited) return citation(call, cited, reader)
  if (formulas.has(name)) return [{ type: 'inlineMath', value: call.text.text, position }]
  const command = marks[name]
  if (command) return argument ? command(argument, call, reader) : undefined
  if (defineMacro(call, reader)) return []
  if (name === 'appendix') return [appendixMark(position)]
  if (isSwitch(name) || Object.hasOwn(dropped, name) || name === 'footnotemark' || name === 'nopagebreak')
    return []
  if (name === 'printbibliography') return []
  const said = statement(call, reader)
  if (said) return said
  const letter = argument && options.length === 0 ? accented(name, argument.text) : undefined
  return letter === undefined ? undefined : [{ type: 'text', value: letter, position }]
}

/** What cannot be read, as it stands. */
export function unreadCommand({ name, text, position }: Call): Unread {
  return { type: 'unread', value: text.text, what: `LaTeX command \\${name}`, isBlock: false, position }
}

/** Letters of a language take one space after them. */
export function takesSpace(name: string): boolean {
  return letterCommands.has(name)
}

const switches = {
  bf: 'strong',
  bfseries: 'strong',
  it: 'emphasis',
  itshape: 'emphasis',
  sl: 'emphasis',
  slshape: 'emphasis',
  em: 'emphasis',
  sc: 'smallCaps',
  scshape: 'smallCaps',
  tt: 'inlineCode',
  ttfamily: 'inlineCode',
  rm: undefined,
  rmfamily: undefined,
  sf: undefined,
  sffamily: undefined,
  upshape: undefined,
  mdseries: undefined,
} as const

function isSwitch(name: string): name is keyof typeof switches {
  return Object.hasOwn(switches, name)
}

function isBreak(name: string): name is keyof typeof breaks {
  return Object.hasOwn(breaks, name)
}

/** `{\em text}`: a command at its head speaks for all of it. */
export function readGroup(text: PlacedText, reader: LatexReader): RootContent[] {
  const inside = text.slice(1, text.text.length - 1)
  const [head = '', name = ''] = /^\\([a-zA-Z]+)\s*/.exec(inside.text) ?? []
  if (!isSwitch(name)) return reader.phrases(latexProse(inside))
  const type = switches[name]
  const rest = latexProse(inside.slice(head.length))
  const children = /^\\/.test(rest.text.trim()) ? readGroupAgain(rest, reader) : reader.phrases(rest)
  const position = text.positionOf()
  if (type === undefined) return children
  if (type === 'inlineCode') return [{ type, value: plainText({ type: 'root', children }), position }]
  return [{ type, children, position }]
}

/** `{\bf\it text}` */
function readGroupAgain(rest: PlacedText, reader: LatexReader): PhrasingContent[] {
  const braced = rest.join([rest.slice(0, 0).as('{'), rest.trim(), rest.slice(rest.text.length).as('}')])
  return readGroup(braced, reader) as PhrasingContent[] // a group holds phrases only
}

type MarkType = 'emphasis' | 'strong' | 'smallCaps' | 'underline' | 'superscript' | 'subscript' | 'delete'

function both(names: readonly string[], type: MarkType): Record<string, Command> {
  const command: Command = (argument, { position }, reader) => [
    { type, children: reader.phrases(argument), position },
  ]
  return Object.fromEntries(names.map(name => [name, command]))
}

/** The words in it; markup inside would be lost, so that it stays as it is where there is more than words. */
function code(argument: PlacedText, { position }: Call, reader: LatexReader): Made {
  const children = reader.phrases(argument)
  const isPlain = children.every(
    child => child.type === 'text' || child.type === 'unread' || child.type === 'inlineCode',
  )
  const value = isPlain ? children.map(child => plainText(child)).join('') : argument.text
  return [{ type: 'inlineCode', value, position }]
}

function address(argument: PlacedText, { name, position }: Call): Made {
  const url = addressOf(argument)
  const href = name === 'email' ? `mailto:${url}` : url
  return [
    {
      type: 'link',
      url: href,
      children: [{ type: 'text', value: url, position: argument.positionOf() }],
      position,
    },
  ]
}

function addressOf(argument: PlacedText): string {
  return argument.text.trim().replace(/\\([%#_&{}~$])/g, '$1')
}

function footnote(argument: PlacedText, { position }: Call, reader: LatexReader): Made {
  return [{ type: 'note', children: reader.phrases(argument), position }]
}

function heading(depth: 1 | 2 | 3 | 4 | 5): Command {
  return (argument, { isStarred, position }, reader) => [
    {
      type: 'heading',
      depth,
      children: reader.phrases(argument),
      ...(isStarred && { data: { attributes: { classes: ['unnumbered'], values: {} } } }),
      position,
    },
  ]
}

/** Copernicus' own: `\introduction`, or `\introduction[Motivation]`. */
function namedHeading({ name, options, position }: Call): Made {
  const value = options[0]?.text ?? (name === 'introduction' ? 'Introduction' : 'Conclusions')
  return [{ type: 'heading', depth: 1, children: [{ type: 'text', value, position }], position }]
}

function second(groups: readonly PlacedText[], _: unknown, reader: LatexReader): Made {
  return groups[1] && reader.phrases(groups[1])
}
