/** Ids of the web page itself, `offprint-outline`. Ids of authors never begin with this prefix. */

const prefix = 'offprint-'

export function pageId(name: string): string {
  return `${prefix}${name}`
}

export function isPageId(id: string): boolean {
  return id.startsWith(prefix)
}
