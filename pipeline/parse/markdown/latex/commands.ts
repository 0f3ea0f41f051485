/**
 * LaTeX commands and groups in a line of text → nodes. Tables say what each command means: characters
 * (`symbols.ts`), references (`references.ts`), citations (`citations.ts`), commands without effect
 * (`dropped.ts`), and all others here. The arguments are read as Markdown with LaTeX.
 */
import type { PhrasingContent, RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Unread } from '../../../model/mdast.ts'
import { ownValue } from '../../../values/record.ts'
import type { Call } from '../latex-grammar/call.ts'
import { dropped } from '../latex-grammar/dropped.ts'
import { glossaryNames } from '../latex-grammar/glossary-names.ts'
import type { PlacedText } from '../latex-grammar/placed-text.ts'
import { forNames, namesIn } from '../latex-grammar/signature-table.ts'
import { accented, letterCommands, symbols } from '../latex-grammar/symbols.ts'
import { appendixMark } from '../normalize/appendices.ts'
import { attributesOf } from '../tree/attributes.ts'
import { citation, citationForm } from './citations.ts'
import { glossaryWord } from './glossary.ts'
import { define, expandMacro } from './macros.ts'
import { latexProse } from './prose.ts'
import type { LatexReader, Made } from './reader.ts'
import { crossReference, hyperref, label, rangeReference, referenceForms } from './references.ts'
import { statement } from './statements.ts'

/** Reads a command by its first argument. Undefined if it cannot be read. */
type CommandReader = (argument: PlacedText, call: Call, reader: LatexReader) => Made

/** Name of a command with at least one argument → its reader. */
const argumentCommands: Readonly<Record<string, CommandReader>> = {
  // Text in a style: LaTeX kernel, ulem (`uline`, `sout`), soul (`st`), threeparttable (`tnote`), class of
  // Springer Nature (`bmhead`), several classes (`acro`). LaTeX has no `textem`, but authors write it.
  ...forNames('emph textit textsl textem', styled('emphasis')),
  ...forNames('textbf bmhead', styled('strong')),
  ...forNames('textsc acro', styled('smallCaps')),
  ...forNames('underline uline uuline uwave ul', styled('underline')),
  ...forNames('textsuperscript tnote', styled('superscript')),
  ...forNames('textsubscript', styled('subscript')),
  ...forNames('sout st', styled('delete')),

  // Text whose style is left to the journal: LaTeX kernel, amsmath (`text`), font packages (`textlf`).
  ...forNames('textrm textsf textnormal textup textmd textlf mbox hbox fbox text', unstyled),
  ...forNames('uppercase MakeUppercase lowercase MakeLowercase', unstyled),
  // Text whose style is left to the journal, from classes: Journal of Statistical Software, Copernicus,
  // Taylor & Francis.
  ...forNames('pkg proglang', unstyled),
  ...forNames('chem belowtable', unstyled),
  ...forNames('tabnote', unstyled),
  // color and xcolor
  ...forNames('textcolor colorbox fcolorbox', lastArgument),
  // Boxes: LaTeX kernel, graphicx, adjustbox
  ...forNames('makebox framebox parbox raisebox centerline llap rlap smash', lastArgument),
  ...forNames('rotatebox scalebox resizebox adjustbox', lastArgument),
  // soul, microtype, glossaries (another word for an entry)
  ...forNames('hl textls', unstyled),
  ...forNames('glslink glsdisp', lastArgument),
  // babel
  foreignlanguage: lastArgument,
  // hyperref: what is printed, and what bookmarks show
  texorpdfstring: unstyled,
  // lettrine: the large letter, and the rest of the word
  lettrine: (letter, { groups }, reader) => [
    ...reader.phrases(letter),
    ...(groups[1] ? reader.phrases(groups[1]) : []),
  ],

  // Code: LaTeX kernel, url (`path`), listings (`lstinline`), Journal of Statistical Software (`code`).
  ...forNames('texttt code path', code),
  ...forNames('verb lstinline mintinline', verbatimCode),

  // Links: url, hyperref, several classes (`email`).
  ...forNames('url nolinkurl email', address),
  href: link,
  hyperlink: innerLink,
  hypertarget: innerTarget,
  // natbib: text in the brackets of citations
  citetext: (argument, { position }, reader) => [
    { type: 'text', value: '(', position },
    ...reader.phrases(argument),
    { type: 'text', value: ')', position },
  ],

  // LaTeX kernel: notes and headings.
  ...forNames('footnote footnotetext endnote thanks marginpar marginnote sidenote', footnote),
  ...forNames('part chapter', heading(1)),
  section: heading(1),
  subsection: heading(2),
  subsubsection: heading(3),
  paragraph: heading(4),
  subparagraph: heading(5),

  // Others: LaTeX kernel, graphicx, csquotes, glossaries and acronym.
  ensuremath: (argument, { position }) => [{ type: 'inlineMath', value: argument.text, position }],
  hspace: (_, { position }) => [{ type: 'text', value: ' ', position }],
  includegraphics: (argument, { position }) => [
    { type: 'image', url: argument.text.trim(), title: null, alt: '', position },
  ],
  enquote: quoted,
  ...forNames(glossaryNames.join(' '), glossaryWord),
}

/** Commands of formulas that authors also write without dollars. They become formulas. */
const formulaCommands: ReadonlySet<string> = new Set([
  // LaTeX kernel: Greek letters.
  ...namesIn('alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho'),
  ...namesIn('sigma tau upsilon phi varphi chi psi omega'),
  ...namesIn('omicron vartheta varpi varrho varsigma varkappa digamma'),
  ...namesIn('Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega'),
  // unicode-math and other packages: capitals that look like Latin letters; slanted capitals.
  ...namesIn('Alpha Beta Epsilon Zeta Eta Iota Kappa Mu Nu Omicron Rho Tau Chi'),
  ...namesIn('varGamma varDelta varTheta varLambda varXi varPi varSigma varUpsilon varPhi varPsi varOmega'),
  // LaTeX kernel: arrows, relations, operators and an accent.
  ...namesIn('rightarrow leftarrow leftrightarrow Rightarrow Leftarrow to'),
  ...namesIn('uparrow downarrow Leftrightarrow longrightarrow propto'),
  ...namesIn('sim simeq approx equiv cong ne neq leq le geq ge lesssim gtrsim'),
  // LaTeX kernel, amssymb: letters of formulas
  ...namesIn('mathbb mathbf mathcal mathfrak mathit mathrm mathsf boldsymbol hbar'),
  ...namesIn('pm mp times cdot circ bullet star infty partial nabla vec'),
  // mhchem
  'ce',
  // siunitx
  ...namesIn('num numrange numlist numproduct complexnum ang unit si'),
  ...namesIn('qty qtyrange qtylist qtyproduct SI SIrange SIlist'),
])

const breaks = {
  newpage: 'page',
  clearpage: 'page',
  cleardoublepage: 'page',
  pagebreak: 'page',
  columnbreak: 'column',
} as const

/** Other commands that print nothing. The note of `\footnotemark` is printed for `\footnotetext`. */
const silentCommands: ReadonlySet<string> = new Set(
  namesIn('footnotemark nopagebreak nolinebreak printbibliography'),
)

/** Reads a command in a line of text. Undefined if it cannot be read; an empty array if it prints nothing. */
export function readCommand(call: Call, reader: LatexReader): Made {
  const { name, groups, options, position } = call
  const [argument] = groups
  const symbol = ownValue(symbols, name)
  const breakKind = isBreak(name) ? breaks[name] : undefined
  const reference = ownValue(referenceForms, name)
  const form = citationForm(name)
  const macro = reader.macro(name)
  if (macro) return expandMacro(macro, call, reader)
  if (symbol !== undefined) return [{ type: 'text', value: symbol, position }]
  if (breakKind) return [{ type: 'layoutBreak', kind: breakKind, position }]
  if (name === 'newline' || name === 'linebreak') return [{ type: 'break', position }]
  if (name === 'par') return [{ type: 'text', value: ' ', position }]
  // The names of authors are separated by `\and`.
  if (name === 'and') return [{ type: 'text', value: 'and', position }]
  if (reference) return argument ? references(call, reference) : undefined
  if (name === 'label') return argument ? label(argument, call) : undefined
  if (name === 'introduction' || name === 'conclusions') return namedHeading(call)
  if (name === 'hyperref') return hyperref(call, reader)
  if (form) return citation(call, form, reader)
  if (formulaCommands.has(name)) return [{ type: 'inlineMath', value: call.text.text, position }]
  const commandReader = ownValue(argumentCommands, name)
  if (commandReader) return argument ? commandReader(argument, call, reader) : undefined
  if (define(call, reader)) return []
  if (name === 'appendix') return [appendixMark(position)]
  if (isSwitch(name) || Object.hasOwn(dropped, name) || silentCommands.has(name)) return []
  const statementNodes = statement(call, reader)
  if (statementNodes) return statementNodes
  const letter = argument && options.length === 0 ? accented(name, argument.text) : undefined
  return letter === undefined ? undefined : [{ type: 'text', value: letter, position }]
}

/** A reference to the keys of a command, or to the two ends of `\\crefrange{a}{b}`. */
function references(call: Call, form: (typeof referenceForms)[string]): Made {
  const { text, groups, position } = call
  const [first, last] = groups
  if (!first || !last) return first && crossReference(first, { text, position }, form)
  return rangeReference(first, last, { text, position })
}

/** Returns the source of a command that cannot be read, to be printed and reported. */
export function unreadCommand({ name, text, position }: Call): Unread {
  return { type: 'unread', value: text.text, what: `LaTeX command \\${name}`, isBlock: false, position }
}

/** True if one space after the command belongs to the command: `S\o ren`. */
export function takesSpace(name: string): boolean {
  return letterCommands.has(name)
}

/**
 * LaTeX kernel: switch of the font → type of the node for the rest of the group. Undefined if the rest gets
 * no node.
 */
const switches = {
  bf: 'strong',
  bfseries: 'strong',
  em: 'emphasis',
  it: 'emphasis',
  itshape: 'emphasis',
  sl: 'emphasis',
  slshape: 'emphasis',
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

/** Reads a group: `{\em text}`. A switch of the font at its beginning applies to the whole group. */
export function readGroup(text: PlacedText, reader: LatexReader): RootContent[] {
  const inside = text.slice(1, text.text.length - 1)
  const [opening = '', name = ''] = /^\\([a-zA-Z]+)\s*/.exec(inside.text) ?? []
  if (!isSwitch(name)) return reader.phrases(latexProse(inside))
  const type = switches[name]
  const rest = latexProse(inside.slice(opening.length))
  const children = /^\\/.test(rest.text.trim()) ? readAsGroup(rest, reader) : reader.phrases(rest)
  const position = text.positionOf()
  if (type === undefined) return children
  if (type === 'inlineCode') return [{ type, value: plainText({ type: 'root', children }), position }]
  return [{ type, children, position }]
}

/** Reads the rest of a group after its first switch, in case another one follows: `{\bf\it text}`. */
function readAsGroup(rest: PlacedText, reader: LatexReader): PhrasingContent[] {
  const braced = rest.join([rest.slice(0, 0).as('{'), rest.trim(), rest.slice(rest.text.length).as('}')])
  return readGroup(braced, reader) as PhrasingContent[] // a group holds phrases only
}

type StyleType = 'emphasis' | 'strong' | 'smallCaps' | 'underline' | 'superscript' | 'subscript' | 'delete'

/** Returns a reader that puts the first argument into a node of this type. */
function styled(type: StyleType): CommandReader {
  return (argument, { position }, reader) => [{ type, children: reader.phrases(argument), position }]
}

function unstyled(argument: PlacedText, _: Call, reader: LatexReader): Made {
  return reader.phrases(argument)
}

function lastArgument(_: PlacedText, { groups }: Call, reader: LatexReader): Made {
  const content = groups.at(-1)
  return content && reader.phrases(latexProse(content))
}

/**
 * The argument as code. Code has no markup inside: its value is the words of the argument, or the source if
 * the argument contains markup.
 */
function code(argument: PlacedText, { position }: Call, reader: LatexReader): Made {
  const children = reader.phrases(argument)
  const isPlain = children.every(
    child => child.type === 'text' || child.type === 'unread' || child.type === 'inlineCode',
  )
  const value = isPlain ? children.map(child => plainText(child)).join('') : argument.text
  return [{ type: 'inlineCode', value, position }]
}

/**
 * The argument of `\verb|code|` or `\lstinline{code}` as code. Equal characters at its ends are delimiters.
 */
function verbatimCode(_: PlacedText, { name, text, groups, position }: Call): Made {
  const argument = groups.at(name === 'mintinline' ? 1 : 0)?.text
  if (argument === undefined) return undefined
  const isBraced = text.text.endsWith(`{${argument}}`)
  return [{ type: 'inlineCode', value: isBraced ? argument : argument.slice(1, -1), position }]
}

/** The argument between straight quotation marks. Later these become the marks of the article's language. */
function quoted(argument: PlacedText, { position }: Call, reader: LatexReader): Made {
  const mark = { type: 'text', value: '"', position } as const
  return [mark, ...reader.phrases(argument), mark]
}

function link(url: PlacedText, { groups, position }: Call, reader: LatexReader): Made {
  const text = groups[1]
  if (!text) return undefined
  // The cast is safe: links do not nest.
  const children = reader.phrases(text) as Extract<PhrasingContent, { type: 'link' }>['children']
  return [{ type: 'link', url: addressOf(url), children, position }]
}

/** `\hyperlink{id}{text}` → a link to a place in the article. */
function innerLink(id: PlacedText, { groups, position }: Call, reader: LatexReader): Made {
  const text = groups[1]
  if (!text) return undefined
  // The cast is safe: links do not nest.
  const children = reader.phrases(text) as Extract<PhrasingContent, { type: 'link' }>['children']
  return [{ type: 'link', url: `#${id.text.trim()}`, children, position }]
}

/** `\hypertarget{id}{text}` → the text as a place to which links lead. */
function innerTarget(id: PlacedText, { groups, position }: Call, reader: LatexReader): Made {
  const text = groups[1]
  if (!text) return undefined
  return [
    { type: 'span', attributes: attributesOf(id.text.trim()), children: reader.phrases(text), position },
  ]
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

/** An argument that is an address, without the backslashes before special characters. */
function addressOf(argument: PlacedText): string {
  return argument.text.trim().replace(/\\([%#_&{}~$])/g, '$1')
}

function footnote(argument: PlacedText, { position }: Call, reader: LatexReader): Made {
  return [{ type: 'note', children: reader.phrases(argument), position }]
}

/** Returns the reader of headings of this depth. The heading of a starred command is not numbered. */
function heading(depth: 1 | 2 | 3 | 4 | 5): CommandReader {
  return (argument, { name, isStarred, position }, reader) => [
    {
      type: 'heading',
      depth: name !== 'part' && name !== 'chapter' && reader.hasChapters ? lower(depth) : depth,
      children: reader.phrases(argument),
      ...(isStarred && { data: { attributes: { classes: ['unnumbered'], values: {} } } }),
      position,
    },
  ]
}

/** One level lower, as far as Markdown goes. */
function lower(depth: 1 | 2 | 3 | 4 | 5): 2 | 3 | 4 | 5 | 6 {
  const levels = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6 } as const
  return levels[depth]
}

/**
 * The headings of Copernicus's document class: `\introduction`, or `\introduction[Motivation]` with other
 * words.
 */
function namedHeading({ name, options, position }: Call): Made {
  const value = options[0]?.text ?? (name === 'introduction' ? 'Introduction' : 'Conclusions')
  return [{ type: 'heading', depth: 1, children: [{ type: 'text', value, position }], position }]
}
