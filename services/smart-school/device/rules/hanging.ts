/** `*` stands for all channels of a device that have no mounting of their own at that time. */
export const allChannels = '*'

/** Where a channel hangs from when to when. `to` is the first moment at which it hangs there no more; null: still. */
export type Hang = { readonly id: string; readonly channel: string; readonly thingId: number; readonly from: Date; readonly to: Date | null }
/** Somebody says: this channel hung at this thing in this time. */
export type Move = { readonly channel: string; readonly thingId: number; readonly from: Date; readonly to: Date | null }

const end = (to: Date | null): number => to?.getTime() ?? Infinity
const overlaps = (a: Pick<Hang, 'from' | 'to'>, b: Pick<Hang, 'from' | 'to'>): boolean => a.from.getTime() < end(b.to) && b.from.getTime() < end(a.to)

/** What becomes of the mountings: those that go, those that get other ends, those that are new. */
export type Change = { readonly removed: readonly Hang[]; readonly kept: readonly Hang[]; readonly added: readonly Hang[] }

/**
 * Puts a move into the mountings of its channel. What hung elsewhere in that time ends before it or begins after it, is split around it or goes;
 * so mountings of one channel never overlap. A neighbour at the same thing becomes one with it. `newId` names each piece that is new.
 */
export function changeBy(mountings: readonly Hang[], move: Move, newId: () => string): Change {
  const own = mountings.filter(({ channel }) => channel === move.channel)
  const touched = own.filter((hang) => overlaps(hang, move))
  const pieces = touched.flatMap((hang): Hang[] => {
    const left = hang.from < move.from ? [{ ...hang, to: move.from }] : []
    const right = move.to !== null && end(hang.to) > move.to.getTime() ? [{ ...hang, from: move.to, id: left.length > 0 ? newId() : hang.id }] : []
    return [...left, ...right]
  })
  const others = own.filter((hang) => !touched.includes(hang))
  const same = [...others, ...pieces].filter((hang) => hang.thingId === move.thingId && (hang.to?.getTime() === move.from.getTime() || (move.to !== null && hang.from.getTime() === move.to.getTime())))
  const added: Hang = {
    id: newId(),
    channel: move.channel,
    thingId: move.thingId,
    from: new Date(Math.min(move.from.getTime(), ...same.map(({ from }) => from.getTime()))),
    to: same.some(({ to }) => to === null) ? null : move.to === null ? null : new Date(Math.max(move.to.getTime(), ...same.map(({ to }) => to?.getTime() ?? 0))),
  }
  const kept = pieces.filter((hang) => !same.includes(hang))
  const keptIds = new Set(kept.map(({ id }) => id))
  return { removed: [...touched, ...others.filter((hang) => same.includes(hang))].filter(({ id }) => !keptIds.has(id)), kept: kept.filter(({ id }) => touched.some((hang) => hang.id === id)), added: [...kept.filter(({ id }) => !touched.some((hang) => hang.id === id)), added] }
}

/** The mountings after a change. */
export function changed(mountings: readonly Hang[], { removed, kept, added }: Change): Hang[] {
  const gone = new Set([...removed, ...kept].map(({ id }) => id))
  return [...mountings.filter(({ id }) => !gone.has(id)), ...kept, ...added].toSorted((a, b) => a.from.getTime() - b.from.getTime())
}

/** The thing at which a channel hung at a moment: its own mounting counts before that of all channels. */
export function thingOfChannel(mountings: readonly Hang[], channel: string, at: Date): number | undefined {
  const at_ = mountings.filter((hang) => hang.from <= at && end(hang.to) > at.getTime())
  return (at_.find((hang) => hang.channel === channel) ?? at_.find((hang) => hang.channel === allChannels))?.thingId
}

export type Segment = { readonly from: Date; readonly to: Date | null; readonly thingId: number | undefined }

/** A span of time in pieces within which a channel hung at one thing, or nowhere. */
export function segmentsOf(mountings: readonly Hang[], channel: string, from: Date, to: Date | null): Segment[] {
  const edges = mountings.filter((hang) => hang.channel === channel || hang.channel === allChannels).flatMap((hang) => [hang.from, ...(hang.to ? [hang.to] : [])])
  const inner = [...new Set(edges.map((edge) => edge.getTime()))].filter((time) => time > from.getTime() && time < end(to)).toSorted((a, b) => a - b)
  const starts = [from.getTime(), ...inner]
  const pieces = starts.map((start, index) => ({ from: new Date(start), to: index + 1 < starts.length ? new Date(starts[index + 1] ?? 0) : to, thingId: thingOfChannel(mountings, channel, new Date(start)) }))
  return pieces.reduce<Segment[]>((joined, piece) => {
    const last = joined.at(-1)
    return last && last.thingId === piece.thingId ? [...joined.slice(0, -1), { ...last, to: piece.to }] : [...joined, piece]
  }, [])
}

export type MoveRefusal = 'future' | 'backwards' | 'unchanged' | 'retired' | 'changed-meanwhile'

/** What stands against a move, before anything is looked up. */
export function whyNotMove(mountings: readonly Hang[], move: Move, now: Date, retired: boolean): MoveRefusal | undefined {
  if (retired) return 'retired'
  if (move.from > now) return 'future'
  if (move.to !== null && move.to <= move.from) return 'backwards'
  const pieces = segmentsOf(mountings.filter(({ channel }) => channel === move.channel), move.channel, move.from, move.to)
  return pieces.every(({ thingId }) => thingId === move.thingId) ? 'unchanged' : undefined
}
