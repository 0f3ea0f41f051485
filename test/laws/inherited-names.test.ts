/**
 * Authors may use the names that every JavaScript object inherits, such as `constructor`: such a name is read
 * like any other name that nothing is known of.
 */
import { expect, test } from 'vitest'
import { buildArticle } from '../build-article.ts'

/** Inherited name → a name of the same form that no object has. */
const pairs = [
  ['constructor', 'constructed'],
  ['__proto__', '__proty__'],
  ['toString', 'toStrong'],
] as const

interface Place {
  /** Front matter below the title. */
  readonly front?: string
  readonly body?: string
  readonly bibliography?: Readonly<Record<string, string>>
}

/** Place of a name → a manuscript with the name at this place. */
const places: Readonly<Record<string, (name: string) => Place>> = {
  // LaTeX
  'a command': name => ({ body: `A \\${name} b \\${name}{c} and \\${name}[d]{e}.` }),
  'an environment': name => ({ body: `\\begin{${name}}\nInside\n\\end{${name}}` }),
  'an environment in a float': name => ({
    body: `\\begin{figure}\n\\begin{${name}}\nInside\n\\end{${name}}\n\\${name}{x}\n\\caption{Words}\n\\end{figure}`,
  }),
  'a command in a table': name => ({ body: `\\begin{tabular}{ll}\n\\${name} & b\\\\\n\\end{tabular}` }),
  'a theorem environment': name => ({
    body: `\\newtheorem{${name}}{Guess}\n\n\\begin{${name}}\nInside\n\\end{${name}}`,
  }),
  'the word of a theorem': name => ({
    body: `\\newtheorem{guess}{${name}}\n\n\\begin{guess}\nInside\n\\end{guess}`,
  }),
  'a macro': name => ({ body: `\\newcommand{\\${name}}[1]{<#1>}\n\nA \\${name}{b} and $\\${name}{c}$.` }),
  'a formula command': name => ({ body: `$a + \\${name}{b}$ and $\\begin{${name}}x\\end{${name}}$` }),
  'an acronym': name => ({ body: `\\gls{${name}}\n\n\\newacronym{${name}}{AB}{after before} \\ac{${name}}` }),
  'LaTeX keys': name => ({
    body: `\\cite{${name}} \\citet[p. 3]{${name}} \\ref{${name}} \\label{${name}} \\hyperref[${name}]{x}`,
  }),
  // Markdown
  'citation keys': name => ({ body: `Words [@${name}], @${name}, [-@${name}, p. 3].` }),
  'an id': name => ({
    body: `# Heading {#${name}}\n\n![Caption](a.png){#${name}}\n\n[Link](#${name}), @${name}`,
  }),
  'a label of a formula': name => ({
    body: `\\begin{equation}\na = b \\label{${name}}\n\\end{equation}\n\n\\eqref{${name}}, \\pageref{${name}}`,
  }),
  'a class and a key': name => ({
    body: `[Words]{.${name} ${name}=1}\n\n::: {.${name} ${name}="b"}\nInside\n:::\n\n::: ${name}\nInside\n:::`,
  }),
  'a note': name => ({ body: `Words[^${name}]\n\n[^${name}]: A note.` }),
  'a definition': name => ({ body: `See [it][${name}] and [${name}].\n\n[${name}]: https://example.org` }),
  'an abbreviation': name => ({ body: `The ${name} is here.\n\n*[${name}]: The long form` }),
  'the language of code': name => ({
    body: `\`\`\`${name}\nx\n\`\`\`\n\n\`\`\`{.${name} ${name}=2}\nx\n\`\`\``,
  }),
  'a cell option': name => ({
    body: `\`\`\`{r ${name}, ${name}=TRUE}\n#| ${name}: 1\nx\n\`\`\`\n\n\`\`\`{${name}}\nx\n\`\`\``,
  }),
  HTML: name => ({ body: `<${name}>Inside</${name}>\n\n<span ${name}="1" style="${name}: 1">Words</span>` }),
  // MyST and Quarto
  'a directive': name => ({
    body: `\`\`\`{${name}} words\n:${name}: 1\nInside\n\`\`\`\n\n:::{${name}}\nInside\n:::\n\n\`\`\`{note}\n:${name}: 1\nInside\n\`\`\``,
  }),
  'a role': name => ({
    body: `Words {${name}}\`inside\`, {ref}\`${name}\`, {cite}\`${name}\`, {numref}\`${name}\``,
  }),
  'a unit': name => ({ body: `{si}\`4 <\\${name}>\` and \\SI{4}{\\${name}} and $\\SI{4}{\\${name}}$` }),
  'a shortcode': name => ({ body: `Words {{< ${name} x >}} and {{< meta ${name} >}} and {{ ${name} }}` }),
  'a substitution': name => ({ front: `substitutions:\n  ${name}: many words`, body: `Here {{ ${name} }}.` }),
  // Front matter
  'a key': name => ({ front: `${name}: words\nformat:\n  ${name}: 1\nexecute:\n  ${name}: 1` }),
  'a key of an author': name => ({
    front: `author:\n  - name: Ann Alpha\n    ${name}: words\n    affiliation: ${name}\naffiliations:\n  - id: ${name}\n    name: Institute\n    ${name}: words`,
  }),
  'a value': name => ({
    front: `lang: ${name}\nlicense: ${name}\nkeywords: [${name}]\nroles: ${name}\ntype: ${name}`,
    body: `[Words]{lang=${name}}`,
  }),
  'a macro of MyST': name => ({
    front: `math:\n  '\\${name}': '\\mathbf{x}'\nabbreviations:\n  ${name}: words`,
    body: `$\\${name}$ and ${name}`,
  }),
  'a role of an author': name => ({
    front: `author:\n  - name: Ann Alpha\n    roles: [${name}]\n    ${name}: true`,
  }),
  // Bibliographies
  'a BibTeX entry': name => ({
    body: `Words [@${name}].`,
    bibliography: {
      'refs.bib': `@string{${name} = {Words}}\n@${name}{${name}, author={Alpha, Ann}, title={The \\${name}{x} title}, journal=${name}, year=2001, ${name}={1}, editor={Beta, Bob}, editortype={${name}}, pubstate={${name}}, eprint={1}, eprinttype={${name}}, entrysubtype={${name}}, type={${name}}, langid={${name}}, crossref={${name}}}`,
    },
  }),
  'an article of BibTeX': name => ({
    body: `Words [@${name}].`,
    bibliography: {
      'refs.bib': `@article{${name}, author={Alpha, Ann}, title={Title}, journal={Journal}, year=2001, ${name}={1}}`,
    },
  }),
  'CSL-JSON': name => ({
    body: `Words [@${name}; @other].`,
    bibliography: {
      'refs.json': JSON.stringify([
        {
          id: name,
          type: 'book',
          title: 'The title',
          [name]: 'words',
          author: [{ family: 'Alpha', [name]: 'x' }],
        },
        { id: 'other', type: name, title: 'Another', language: name },
      ]),
    },
  }),
  RIS: name => ({
    body: `Words [@${name}].`,
    bibliography: {
      'refs.ris': `TY  - JOUR\nID  - ${name}\nTI  - The title\nLA  - ${name}\nAU  - Alpha, Ann\nPY  - 2001\nER  - \n`,
    },
  }),
  'references of the front matter': name => ({
    front: `references:\n  - id: ${name}\n    type: book\n    title: The title\n    ${name}: words`,
    body: `Words [@${name}].`,
  }),
}

async function outcome({ front = '', body = '', bibliography = {} }: Place, name: string) {
  const lists = Object.keys(bibliography).map(file => `bibliography: ${file}\n`)
  const article = `---\ntitle: Title\n${lists.join('')}${front}\n---\n\n${body}\n\nThe last words.\n`
  const { html, messages } = await buildArticle({ 'article.md': article, ...bibliography })
  // Markdown reads `__proto__` as strong text, so that `proto` may stand alone.
  const core = name.replaceAll('_', '')
  const neutral = (text: string) => text.replaceAll(new RegExp(core, 'gi'), 'NAME')
  return { html: neutral(html), messages: messages.map(neutral) }
}

/** The metadata schema drops this key, and the text that asks for its value is reported. */
const dropped = new Set(['a substitution: __proto__'])

for (const [place, manuscript] of Object.entries(places)) {
  test.each(pairs.filter(([name]) => !dropped.has(`${place}: ${name}`)))(
    `${place}: %s`,
    async (name, other) => {
      expect(await outcome(manuscript(name), name)).toEqual(await outcome(manuscript(other), other))
    },
  )
}
