/**
 * The treatment of every HTML element, in one list. An element enters the tree only in the way listed here.
 * Therefore scripts, event handlers and style sheets cannot enter it.
 */

type ElementKind =
  /** These become nodes: blocks in `block-node.ts`, phrases in `phrase-node.ts`. */
  | 'block'
  | 'phrase'
  /** Of these elements only the content is read: blocks in `group`, text in `plain`. */
  | 'group'
  | 'plain'
  /** These cannot be printed. For `media` the address is printed instead. */
  | 'media'
  | 'dropped'
  | 'unknown'

const kinds: Readonly<Record<Exclude<ElementKind, 'unknown'>, string>> = {
  block:
    'blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary table ul',
  phrase:
    'a abbr b br cite code del dfn em i img ins kbd mark q s samp small span strike strong sub sup tt u var wbr',
  group:
    'address article aside body center colgroup fieldset footer header hgroup html legend main menu nav section tbody td tfoot th thead tr',
  plain:
    'acronym bdi bdo big blink col data font label nobr noscript output picture rp rt ruby search slot source time track',
  media: 'audio embed frame iframe object video',
  dropped:
    'applet area base basefont bgsound button canvas datalist dialog form frameset head input link map marquee math meta meter noembed noframes optgroup option param plaintext progress script select style svg template textarea title xmp',
}

const kindByName = new Map(
  Object.entries(kinds).flatMap(([kind, names]) =>
    // The cast is safe: `Object.entries` forgets the type of the keys.
    names.split(' ').map(name => [name, kind as ElementKind] as const),
  ),
)

export function kindOf(name: string): ElementKind {
  return kindByName.get(name) ?? 'unknown'
}

/** Whether an element can only be between paragraphs, never inside one. */
export function isBlockElement(name: string): boolean {
  const kind = kindOf(name)
  return kind === 'block' || kind === 'group' || kind === 'media' || kind === 'dropped'
}

const voids: ReadonlySet<string> = new Set(
  'area base br col embed frame hr img input link meta param source track wbr'.split(' '),
)

/** Whether an element has no content and no closing tag. */
export function isVoid(name: string): boolean {
  return voids.has(name)
}

const openEnded: ReadonlySet<string> = new Set(
  'body caption colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr'.split(' '),
)

/** Whether the closing tag can be missing (HTML, "Optional tags"). */
export function mayBeOpen(name: string): boolean {
  return isVoid(name) || openEnded.has(name)
}
