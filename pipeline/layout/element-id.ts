/** An id of the manuscript as an id in HTML: `fig:hand` → `fig-hand`, which CSS and addresses take as it is. */
export function elementId(id: string): string {
  return id.replace(/[^\p{L}\p{N}_.-]+/gu, '-')
}
