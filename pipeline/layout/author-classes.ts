/**
 * Classes that an author gives to blocks and words, for the journal's CSS. Some names have a meaning for those
 * who make pages, `note` is a footnote: those are marked as the author's, so that a `::: note` is no footnote.
 */
const reserved: ReadonlySet<string> = new Set(
  'again cut divided equation figure frame furniture head inline-box item line lines note note-body note-label note-mark note-rule panel panels part piece piece-rest placed room set set-inset standing strip table text'.split(
    ' ',
  ),
)

export function authorClasses(classes: readonly string[]): string[] {
  return classes.map(name => (reserved.has(name) ? `author-${name}` : name))
}
