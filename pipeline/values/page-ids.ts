/** Ids that the page has of itself, beside those of the article: `offprint-outline`. No id of an author is one of them. */

const prefix = 'offprint-'

export function pageId(name: string): string {
  return `${prefix}${name}`
}

export function isPageId(id: string): boolean {
  return id.startsWith(prefix)
}
