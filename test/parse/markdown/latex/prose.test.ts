import { describe, expect, test } from 'vitest'
import { printLatex } from './print-latex.ts'

/** Code and formulas whose characters mean something in LaTeX's text → what they print. */
const untouched: readonly (readonly [source: string, printed: string])[] = [
  ["$f''(x) -- b$", '⟨f′′(x)−−b⟩'],
  ["\\(f''(x)\\)", '⟨f′′(x)⟩'],
  ["$$f''(x)--b$$", '⟨f′′(x)−−b⟩'],
  ["\\[f''(x) = 1\\]", '⟨f′′(x)=1⟩'],
  ["\\begin{align*}\nf''(x) &= a % why\n\\end{align*}", '⟨f′′(x)=a⟩'],
  ["\\begin{equation*}\nf'' = 1\n\\end{equation*}", '⟨f′′=1⟩'],
  ["$a \\text{ if $f'' --$ is}$", '⟨aiff′′−−is⟩'],
  ["\\verb|a -- ~ %b''|", "`a -- ~ %b''`"],
  ["\\lstinline{a -- ''%}", "`a -- ''%`"],
  ['\\lstinline[language=C]|a % b|', '`a % b`'],
  ['\\mintinline{c}{a % b}', '`a % b`'],
  ['\\mintinline{c}|a % b|', '`a % b`'],
  ['`a -- ~ b`', '`a -- ~ b`'],
  ['``a % b``', '`a % b`'],
  ["\\begin{verbatim}\na % b -- ~ ''\n\\end{verbatim}", "`a % b -- ~ '' `"],
  ["\\begin{lstlisting}[language=C]\na % b -- ''\n\\end{lstlisting}", "`a % b -- '' `"],
  ['\\begin{minted}{c}\na % b -- ~\n\\end{minted}', '`a % b -- ~ `'],
  ['```c\na % b -- ~\n```', '`a % b -- ~ `'],
]

describe.each(['center', 'quote', 'flushleft', 'minipage', 'proof'])('in %s', environment => {
  test.each(untouched)('%s', async (source, printed) => {
    const options = environment === 'minipage' ? '{3cm}' : ''
    const { text, messages } = await printLatex(
      `\\begin{${environment}}${options}\n${source}\n\\end{${environment}}`,
    )
    expect(
      text
        .replace(/^Proof\.? ?| ?[□■∎]$/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ).toBe(printed)
    expect(messages).toEqual([])
  })
})

test.each([
  ["``a'' and `b'", '“a” and ‘b’'],
  ['a -- b --- c~d', 'a – b — c d'],
  ['a % comment\nb', 'a b'],
  ['50\\% of', '50% of'],
  ['[x](https://a.b/~c--d%20e)', 'x'],
  ['https://x.y/%7Eu--v', 'https://x.y/%7Eu--v'],
])('text in an environment: %s', async (source, printed) => {
  const { text } = await printLatex(`\\begin{center}\n${source}\n\\end{center}`)
  expect(text).toBe(printed)
})

test('code in an item may contain braces and marks of items', async () => {
  const code = '\\begin{verbatim}\n } % { \\item no\n\\end{verbatim}'
  const { text } = await printLatex(`\\begin{itemize}\n\\item one\n${code}\n\\item two\n\\end{itemize}`)
  expect(text).toBe('one ` } % { \\item no ` two')
})

test('code in a table and in a figure keeps its characters', async () => {
  const table = '\\begin{tabular}{ll}\n\\verb|a & b %| & x \\\\\n\\end{tabular}'
  const figure =
    '\\begin{figure}\n\\begin{lstlisting}\nx % \\caption{no}\n\\end{lstlisting}\n\\includegraphics{a.svg}\n\\caption{Yes}\n\\end{figure}'
  const { text } = await printLatex(`${table}\n\n${figure}`)
  expect(text).toContain('`a & b %` x')
  expect(text).toContain('`x % \\caption{no} `')
  expect(text).toContain('Yes')
})

test.each([
  ['\\textbf{a\\\\b}', 'a b'],
  ['\\begin{center}\none \\\\\ntwo\\\\[2pt] three\\\\\n\\end{center}', 'one two three'],
  ['\\begin{verse}\none\\\\\ntwo\n\\end{verse}', 'one two'],
  ['\\begin{center}\n\\verb|\\\\| $\\begin{matrix}a\\\\b\\end{matrix}$\n\\end{center}', '`\\\\` ⟨ab⟩'],
  [
    '\\begin{center}\n\\begin{unknown} a \\\\ b \\end{unknown}\n\\end{center}',
    '`\\begin{unknown} a \\\\ b \\end{unknown}`',
  ],
])('two backslashes end a line: %s', async (source, printed) => {
  expect((await printLatex(source)).text).toBe(printed)
})

test.each([
  ['\\begin{center}\nThe {DNA} of ({RNA})\n\\end{center}', 'The DNA of (RNA)'],
  ['\\begin{tabular}{lS}\n{Model} & {Acc} \\\\\na & 1.5 \\\\\n\\end{tabular}', 'Model Acc a 1.5'],
  ['\\begin{center}\n[words]{.cls}\n\\end{center}', 'words'],
])('braces that only group are not printed: %s', async (source, printed) => {
  expect((await printLatex(source)).text).toBe(printed)
})

test('the title of a box is kept', async () => {
  const { text } = await printLatex(
    '\\begin{tcolorbox}[colback=red,title={My \\textbf{title}, yes}]\nInside.\n\\end{tcolorbox}',
  )
  expect(text).toBe('My title, yes Inside.')
})

test.each(['verbatim', 'Verbatim', 'lstlisting', 'alltt', 'CodeInput'])(
  'a bracket at the beginning of the code in %s is code',
  async name => {
    const { text } = await printLatex(`\\begin{${name}}\n[section]\nkey = 1\n\\end{${name}}`)
    expect(text).toBe('`[section] key = 1 `')
  },
)
