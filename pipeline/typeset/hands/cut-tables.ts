/**
 * A hand in the browser: cuts tables that are longer than a column between their rows. Each row is placed by
 * itself inside its own table, so that the table stays one element and one tag; where it is continued its
 * head is shown again, for the eye alone.
 */

export interface TableCut {
  /** `data-block` of the figure or table. */
  readonly id: number
  /** Where each part stands and the rows that are in it, up to `end`; CSS px from the first sheet's corner. */
  readonly parts: readonly {
    readonly x: number
    readonly y: number
    readonly from: number
    readonly end: number
  }[]
}

/** Runs in the page, on its own, before anything is placed: it measures the tables as they stand. */
export function cutTables(cuts: readonly TableCut[]): void {
  const all = cuts.flatMap(cut => {
    const block = document.querySelector(`[data-block="${cut.id}"]`)
    const table = block?.matches('table') ? block : block?.querySelector('table')
    return block instanceof HTMLElement && table instanceof HTMLTableElement ? [{ ...cut, block, table }] : []
  })
  const look = (element: Element) => getComputedStyle(element)
  const line = (element: Element, side: 'Top' | 'Bottom'): string => {
    const css = look(element)
    return `${css[`border${side}Width`]} ${css[`border${side}Style`]} ${css[`border${side}Color`]}`
  }
  // All is measured before anything is moved.
  const measured = all.map(({ block, table, parts }) => {
    const outer = block.getBoundingClientRect()
    const box = table.getBoundingClientRect()
    const isRightToLeft = look(table).direction === 'rtl'
    const rows = (section: string) =>
      Array.from(table.querySelectorAll<HTMLElement>(`:scope > ${section} > tr`), row => ({
        row,
        top: row.getBoundingClientRect().top - box.top,
        height: row.getBoundingClientRect().height,
        cells: Array.from(row.children, cell => {
          const { left, right, width, height } = cell.getBoundingClientRect()
          const isAtFoot = getComputedStyle(cell).verticalAlign === 'bottom'
          return { cell, start: isRightToLeft ? box.right - right : left - box.left, width, height, isAtFoot }
        }),
      }))
    const head = table.tHead
    const caption = block.querySelector('figcaption')
    return {
      block,
      table,
      parts,
      caption,
      captionHeight: caption?.getBoundingClientRect().height ?? 0,
      captionLine: caption ? Number.parseFloat(look(caption).lineHeight) : 0,
      offset: box.top - outer.top,
      inset: box.left - outer.left,
      width: box.width,
      outerWidth: outer.width,
      head: rows('thead'),
      body: rows('tbody'),
      rules: {
        top: line(table, 'Top'),
        bottom: line(table, 'Bottom'),
        middle: head ? line(head, 'Bottom') : 'none',
      },
    }
  })
  for (const one of measured) {
    const { block, table, caption, parts, head, body, rules } = one
    const first = parts[0]
    if (!first) continue
    block.classList.add('cut')
    table.classList.add('cut')
    const gap = one.offset - one.captionHeight
    if (caption) {
      caption.classList.add('placed')
      caption.style.cssText = `left:${first.x}px;top:${first.y}px;width:${one.outerWidth}px`
    }
    const place = (row: (typeof head)[number], x: number, y: number) => {
      const { style } = row.row
      style.cssText = `left:${x}px;top:${y}px;width:${one.width}px;height:${row.height}px`
      row.row.classList.add('placed')
      // A track for each cell, and for what a cell of an earlier row takes.
      const tracks: number[] = []
      let end = 0
      for (const { cell, start, width, height, isAtFoot } of row.cells) {
        if (start > end + 0.5) tracks.push(start - end)
        tracks.push(width)
        end = start + width
        if (cell instanceof HTMLElement) {
          cell.style.gridColumn = String(tracks.length)
          if (height > row.height + 0.5) {
            cell.style.height = `${height}px`
            cell.style.alignSelf = 'start'
            if (isAtFoot) cell.style.alignContent = 'end'
          }
        }
      }
      style.gridTemplateRows = `${row.height}px`
      style.gridTemplateColumns = tracks.map(width => `${width}px`).join(' ')
    }
    parts.forEach((part, index) => {
      const x = part.x + one.inset
      let y = part.y + (index === 0 ? one.offset : caption ? one.captionLine + gap : 0)
      if (index === 0) for (const row of head) place(row, x, y + row.top)
      else showAgain(one, part.x, part.y)
      const headHeight = head.reduce((sum, row) => sum + row.height, 0)
      if (index === 0 && head[0]) head[0].row.style.borderTop = rules.top
      const last = head.at(-1)
      if (index === 0 && last) last.row.style.borderBottom = rules.middle
      y += headHeight
      body.slice(part.from, part.end).forEach((row, at, rows) => {
        place(row, x, y)
        if (at === rows.length - 1) row.row.style.borderBottom = rules.bottom
        if (at === 0 && head.length === 0) row.row.style.borderTop = rules.top
        y += row.height
      })
    })
  }

  /** As the head alone does not tell them where its first row has spans. */
  function columnsOf({ table, head, body, width }: (typeof measured)[number]): HTMLElement {
    const group = document.createElement('colgroup')
    const count = Array.from(table.rows[0]?.cells ?? []).reduce((sum, cell) => sum + cell.colSpan, 0)
    const starts = [...head, ...body].flatMap(row =>
      row.cells.map(({ start }) => Math.round(start * 10) / 10),
    )
    const edges = Array.from(new Set(starts)).sort((a, b) => a - b)
    if (edges.length !== count) return group
    edges.forEach((edge, at) => {
      const column = document.createElement('col')
      column.style.width = `${(edges[at + 1] ?? width) - edge}px`
      group.append(column)
    })
    return group
  }

  function showAgain(one: (typeof measured)[number], x: number, y: number): void {
    const { block, table, caption, head } = one
    const again = document.createElement('figure')
    again.className = `${block.className.replace('cut', '')} again`
    again.setAttribute('aria-hidden', 'true')
    again.style.cssText = `left:${x}px;top:${y}px;width:${one.outerWidth}px`
    const words = block.getAttribute('data-continued')
    if (caption && words) {
      const copy = document.createElement('figcaption')
      const label = document.createElement('span')
      label.className = 'label'
      label.textContent = words
      copy.append(label)
      again.append(copy)
    }
    const copy = table.cloneNode(false)
    if (copy instanceof HTMLElement && table.tHead) {
      const top = table.tHead.cloneNode(true)
      copy.className = table.className.replace('cut', '')
      copy.style.cssText = `width:${one.width}px;margin-left:${one.inset}px;margin-right:auto;table-layout:fixed;border-bottom:0`
      if (top instanceof HTMLElement) {
        for (const named of Array.from(top.querySelectorAll('[id]'))) named.removeAttribute('id')
        Array.from(top.querySelectorAll('tr')).forEach((row, index) => {
          row.className = ''
          row.style.cssText = ''
          Array.from(row.children).forEach((cell, at) => {
            const width = head[index]?.cells[at]?.width ?? 0
            if (cell instanceof HTMLElement) cell.style.cssText = `width:${width}px`
          })
        })
        copy.append(columnsOf(one), top)
      }
      again.append(copy)
    }
    document.querySelector('.strip')?.append(again)
  }
}
