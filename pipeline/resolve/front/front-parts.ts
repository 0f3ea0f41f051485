/**
 * The parts of the front matter that are printed, apart from the abstract, in the journal's order: boxes near
 * the abstract, declarations before the references. If the text has a section for a declaration, the section
 * is used instead, and the front matter only adds the paragraphs that the section lacks.
 */
import type { Heading, RootContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Journal } from '../../journal/index.ts'
import type { FrontPart } from '../../model/article.ts'
import { type DeclarationKind, declarationKinds } from '../../model/metadata.ts'

/** Titles that authors give to sections for a declaration. */
const headings: Readonly<Record<DeclarationKind, RegExp>> = {
  supplementary: /^suppl(ement(ary|al)?|ements)?\b.{0,30}$/,
  'author-contributions':
    /^(authors?'?s?'? )?contributions?( statement)?$|^credit\b.{0,40}$|^contributorship$/,
  funding: /^funding\b.{0,25}$|^financial (support|disclosure)$/,
  ethics: /^ethic(s|al)\b.{0,30}$|^institutional review board.{0,20}$/,
  consent: /^(informed |patient )?consent\b.{0,30}$/,
  'data-availability': /^data\b.{0,12}(availability|accessibility)\b.{0,20}$|^availability of data\b.{0,20}$/,
  'code-availability': /^(code|software)( and \w+)? availability\b.{0,20}$/,
  acknowledgements: /^acknowledge?ments?$/,
  'competing-interests':
    /^(declaration of )?(competing|conflicts? of|conflicting)( \w+)? interests?\b.{0,15}$|^conflicts?$|^disclosures?$|^(financial )?interests?$/,
  'ai-use':
    /^(declaration of |use of |statement on )?(the use of )?(generative )?(ai|artificial intelligence)\b.{0,50}$/,
  disclaimer: /^disclaimers?$/,
}

/**
 * Finds the parts to print. Changes `body`: its sections for declarations get the paragraphs of the front
 * matter that they lack.
 */
export function resolveFrontParts(
  parts: readonly FrontPart[],
  body: RootContent[],
  journal: Journal,
): readonly FrontPart[] {
  const kept = parts.filter(part => !isDeclaration(part.kind) || !joinSection(part, part.kind, body, journal))
  const order: readonly string[] = journal.manifest.declarations
  const place = (part: FrontPart) => {
    const at = order.indexOf(part.kind)
    // Boxes come before the declarations; declarations that the journal does not list come last.
    return isDeclaration(part.kind) ? (at < 0 ? order.length : at) + 1 : 0
  }
  return [...kept].sort((a, b) => place(a) - place(b))
}

function isDeclaration(kind: FrontPart['kind']): kind is DeclarationKind {
  return declarationKinds.some(declaration => declaration === kind)
}

/** Adds the part to the section for it in the text. Returns false if there is no such section. */
function joinSection(part: FrontPart, kind: DeclarationKind, body: RootContent[], journal: Journal): boolean {
  const label = plainWords(journal.manifest.labels.parts[kind])
  const at = body.findIndex(
    node =>
      node.type === 'heading' &&
      (headings[kind].test(plainWords(titleOf(node))) || plainWords(titleOf(node)) === label),
  )
  const heading = body[at]
  if (heading?.type !== 'heading') return false
  const next = body.findIndex(
    (node, index) => index > at && node.type === 'heading' && node.depth <= heading.depth,
  )
  const end = next < 0 ? body.length : next
  const sectionText = plainWords(
    body
      .slice(at + 1, end)
      .map(node => plainText(node))
      .join(' '),
  )
  const added = part.children.filter(child => !sectionText.includes(plainWords(plainText(child))))
  body.splice(end, 0, ...added)
  return true
}

/** The title without a number that the author wrote, "5. Funding". */
function titleOf(heading: Heading): string {
  return plainText(heading).replace(/^[\d.\s]+/, '')
}

/** A text in lower case, without most punctuation, so that two spellings compare. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[^\p{L}\p{N}'&\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
