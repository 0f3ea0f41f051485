/** The time during which at least one piece of work is under way. */
export interface BusyTime {
  /** Counts the time until `work` ends. Returns `work`. */
  count<T>(work: Promise<T>): Promise<T>
  /** The time until now, in milliseconds. */
  total(): number
}

export function busyTime(now: () => number = () => performance.now()): BusyTime {
  let underWay = 0
  let since = 0
  let past = 0
  const end = () => {
    underWay--
    if (underWay === 0) past += now() - since
  }
  return {
    count(work) {
      if (underWay === 0) since = now()
      underWay++
      work.then(end, end)
      return work
    },
    total: () => past + (underWay > 0 ? now() - since : 0),
  }
}
