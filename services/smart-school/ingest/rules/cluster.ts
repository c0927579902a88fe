/**
 * Which frames of a device are one. Several network servers, gateways and repetitions tell of the same radio frame with slightly different times.
 * Frames with the same key (session address, counter, port, payload) whose times lie less than `copyWindow` apart, directly or over others between
 * them, are copies of one; the earliest time counts. This depends on nothing but the set of what was told, not on its order. Counters of devices
 * without a join (ABP) begin at zero again after a loss of power: the same counter and payload months later is another frame.
 */
export const copyWindow = 10 * 60_000

/** What was told of one frame: first and last moment in milliseconds, and who told the first. */
export type Told<T = unknown> = { readonly key: string; readonly at: number; readonly lastAt: number; readonly by: string; readonly what?: T }

export type Change<T> = {
  /** Not known before. `what` comes from the earliest copy. */
  readonly insert: readonly Told<T>[]
  /** Known with this first moment; another last moment, or another teller of the same moment. */
  readonly extend: readonly Told<T>[]
  /** Known before and now part of an earlier one. */
  readonly remove: readonly Told<T>[]
}

/** What the frames of one device become when `told` is added to `known`. */
export function addFrames<T>(known: readonly Told<T>[], told: readonly Told<T>[]): Change<T> {
  const [insert, extend, remove]: [Told<T>[], Told<T>[], Told<T>[]] = [[], [], []]
  for (const [key, news] of Map.groupBy(told, ({ key }) => key)) {
    const before = known.filter((one) => one.key === key)
    const after = clustersOf([...before, ...news])
    for (const cluster of after) {
      const old = before.find(({ at }) => at === cluster.at)
      if (!old) insert.push(cluster)
      else if (old.lastAt !== cluster.lastAt || old.by !== cluster.by) extend.push(cluster)
    }
    remove.push(...before.filter(({ at }) => !after.some((cluster) => cluster.at === at)))
  }
  return { insert, extend, remove }
}

function clustersOf<T>(all: readonly Told<T>[]): Told<T>[] {
  const clusters: Told<T>[] = []
  for (const one of [...all].sort((a, b) => a.at - b.at || compare(a.by, b.by))) {
    const last = clusters.at(-1)
    if (last && one.at - last.lastAt < copyWindow) clusters[clusters.length - 1] = { ...last, lastAt: Math.max(last.lastAt, one.lastAt) }
    else clusters.push(one)
  }
  return clusters
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
