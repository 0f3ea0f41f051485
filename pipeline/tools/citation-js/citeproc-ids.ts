/**
 * The ids of works inside citeproc. citeproc keeps works in plain objects, in which an id such as
 * `constructor` finds what every object inherits. Such an id gets a mark, which the output does not have.
 */

/** A noncharacter of Unicode, which no manuscript contains. */
const mark = '\uFDD0'

/** True for the names that every object inherits. */
export function isInherited(name: string): boolean {
  return name in Object.prototype
}

/** The id of a work → its id inside citeproc. */
export function citeprocId(id: string): string {
  return isInherited(id) ? `${mark}${id}` : id
}

/** The id of a work inside citeproc → its id. */
export function idFromCiteproc(id: string): string {
  return id.startsWith(mark) ? id.slice(mark.length) : id
}
