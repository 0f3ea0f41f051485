/**
 * Tables of LaTeX commands by the arguments that each command takes. A signature has one letter for each
 * argument:
 *
 *     o  in brackets, may be missing                            \cite[p. 3]{a}
 *     m  in braces                                              \emph{a}
 *     c  in braces, or a command without braces                 \setlength\parindent{0pt}
 *     a  the letter below an accent, in braces or bare          \c{c}, \c c
 *     l  a length without braces                                \vskip 1cm
 *     v  verbatim text between two equal characters or braces   \verb|a|, \lstinline{a}
 *     d  the rest of a definition                               \newcommand{\a}[1]{b #1}
 *
 * The signature `*` takes all brackets and braces that follow the command directly.
 */

/** Splits a list of names at white space. */
export function namesIn(list: string): readonly string[] {
  return list.trim().split(/\s+/)
}

/** Makes an object from each name of the list to the same value. */
export function forNames<Value>(list: string, value: Value): Record<string, Value> {
  return Object.fromEntries(namesIn(list).map(name => [name, value]))
}

/** Rows of a signature and the names that have it → an object from each name to its signature. */
export function signatureTable(
  rows: readonly (readonly [signature: string, names: string])[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(rows.flatMap(([signature, names]) => Object.entries(forNames(names, signature))))
}
