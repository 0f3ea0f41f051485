/**
 * The only importer of highlight.js: code → pieces of code with their kinds. Of its languages only those are
 * loaded that an article uses.
 */
import type { Emitter, HLJSApi, LanguageFn } from 'highlight.js'

/** What a piece of code is. Each kind has a colour. */
export type CodeKind = 'comment' | 'keyword' | 'name' | 'number' | 'string'

export interface CodePiece {
  readonly text: string
  /** Absent for code without a colour. */
  readonly kind?: CodeKind
}

type Grammar = () => Promise<{ readonly default: LanguageFn }>

/** The known languages. The bundler needs each path in full. */
const grammars: Readonly<Record<string, Grammar>> = {
  bash: () => import('highlight.js/lib/languages/bash'),
  c: () => import('highlight.js/lib/languages/c'),
  cpp: () => import('highlight.js/lib/languages/cpp'),
  csharp: () => import('highlight.js/lib/languages/csharp'),
  css: () => import('highlight.js/lib/languages/css'),
  diff: () => import('highlight.js/lib/languages/diff'),
  dockerfile: () => import('highlight.js/lib/languages/dockerfile'),
  fortran: () => import('highlight.js/lib/languages/fortran'),
  go: () => import('highlight.js/lib/languages/go'),
  haskell: () => import('highlight.js/lib/languages/haskell'),
  ini: () => import('highlight.js/lib/languages/ini'),
  java: () => import('highlight.js/lib/languages/java'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  json: () => import('highlight.js/lib/languages/json'),
  julia: () => import('highlight.js/lib/languages/julia'),
  latex: () => import('highlight.js/lib/languages/latex'),
  lua: () => import('highlight.js/lib/languages/lua'),
  makefile: () => import('highlight.js/lib/languages/makefile'),
  matlab: () => import('highlight.js/lib/languages/matlab'),
  perl: () => import('highlight.js/lib/languages/perl'),
  python: () => import('highlight.js/lib/languages/python'),
  r: () => import('highlight.js/lib/languages/r'),
  ruby: () => import('highlight.js/lib/languages/ruby'),
  rust: () => import('highlight.js/lib/languages/rust'),
  scala: () => import('highlight.js/lib/languages/scala'),
  sql: () => import('highlight.js/lib/languages/sql'),
  stan: () => import('highlight.js/lib/languages/stan'),
  stata: () => import('highlight.js/lib/languages/stata'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
  xml: () => import('highlight.js/lib/languages/xml'),
  yaml: () => import('highlight.js/lib/languages/yaml'),
}

/** Other names under which authors know the languages. */
const otherNames: Readonly<Record<string, string>> = {
  'c++': 'cpp',
  'c#': 'csharp',
  cs: 'csharp',
  console: 'bash',
  docker: 'dockerfile',
  f90: 'fortran',
  f95: 'fortran',
  golang: 'go',
  hs: 'haskell',
  html: 'xml',
  ipython: 'python',
  ipython3: 'python',
  jl: 'julia',
  js: 'javascript',
  make: 'makefile',
  octave: 'matlab',
  patch: 'diff',
  pl: 'perl',
  py: 'python',
  py3: 'python',
  python3: 'python',
  rb: 'ruby',
  rs: 'rust',
  rscript: 'r',
  sh: 'bash',
  shell: 'bash',
  svg: 'xml',
  tex: 'latex',
  toml: 'ini',
  ts: 'typescript',
  yml: 'yaml',
  zsh: 'bash',
}

/** Scopes of highlight.js by the first of their words, and the kinds of code that they are. */
const kinds: ReadonlyMap<string, CodeKind> = new Map([
  ['addition', 'string'],
  ['attr', 'name'],
  ['attribute', 'name'],
  ['built_in', 'name'],
  ['bullet', 'number'],
  ['char', 'string'],
  ['comment', 'comment'],
  ['deletion', 'keyword'],
  ['keyword', 'keyword'],
  ['literal', 'number'],
  ['meta', 'name'],
  ['name', 'keyword'],
  ['number', 'number'],
  ['quote', 'comment'],
  ['regexp', 'string'],
  ['section', 'name'],
  ['selector-class', 'name'],
  ['selector-id', 'name'],
  ['selector-tag', 'keyword'],
  ['string', 'string'],
  ['symbol', 'number'],
  ['title', 'name'],
  ['type', 'keyword'],
])

/** The name of the language of a fence: `{r}`, `.python`, `C++` → `r`, `python`, `cpp`. */
export function knownLanguage(written: string): string | undefined {
  const name = /[\w+#-]+/.exec(written)?.[0].toLowerCase() ?? ''
  const known = Object.hasOwn(otherNames, name) ? otherNames[name] : name
  return known !== undefined && Object.hasOwn(grammars, known) ? known : undefined
}

/**
 * Loads languages, named as by `knownLanguage`. Returns a function that divides code of one of them into
 * pieces, whose texts are the code, character by character.
 */
export async function codeReader(
  languages: Iterable<string>,
): Promise<(code: string, language: string) => readonly CodePiece[]> {
  const { default: core } = await import('highlight.js/lib/core')
  const reader: HLJSApi = core.newInstance()
  reader.configure({ __emitter: PieceEmitter })
  for (const name of languages) {
    const grammar = await grammars[name]?.()
    if (grammar) reader.registerLanguage(name, grammar.default)
  }
  return (code, language) => {
    const { _emitter: emitter } = reader.highlight(code, { language, ignoreIllegals: true })
    const pieces = emitter instanceof PieceEmitter ? emitter.pieces : []
    return pieces.map(({ text }) => text).join('') === code ? pieces : [{ text: code }]
  }
}

/** Collects what highlight.js reads. Of scopes inside each other the innermost with a kind counts. */
class PieceEmitter implements Emitter {
  readonly pieces: CodePiece[] = []
  readonly #kinds: (CodeKind | undefined)[] = []

  /** A word of one scope. */
  startScope(name: string): void {
    this.openNode(name)
  }

  endScope(): void {
    this.closeNode()
  }

  /** Anything else of one scope, in which there may be others. */
  openNode(name: string): void {
    const [word = ''] = name.split('.')
    // Code inside a string is not a string.
    this.#kinds.push(word === 'subst' ? undefined : (kinds.get(word) ?? this.#kinds.at(-1)))
  }

  closeNode(): void {
    this.#kinds.pop()
  }

  addText(text: string): void {
    this.#add(text, this.#kinds.at(-1))
  }

  __addSublanguage(emitter: Emitter): void {
    if (emitter instanceof PieceEmitter)
      for (const { text, kind } of emitter.pieces) this.#add(text, kind ?? this.#kinds.at(-1))
  }

  finalize(): void {}

  toHTML(): string {
    return ''
  }

  #add(text: string, kind: CodeKind | undefined): void {
    if (text === '') return
    const last = this.pieces.at(-1)
    if (last && last.kind === kind) this.pieces[this.pieces.length - 1] = { ...last, text: last.text + text }
    else this.pieces.push(kind === undefined ? { text } : { text, kind })
  }
}
