import type { Registration } from '../schema.ts'

type Line = Pick<Registration, 'id' | 'state' | 'confirmedAt'>

/** Whether a confirmed registration gets a seat or waits. Whoever comes later never overtakes those who wait. `seats` null: not limited. */
export const placeFor = (seats: number | null, taken: number, waiting: number): 'confirmed' | 'waiting' => (seats === null || (waiting === 0 && taken < seats) ? 'confirmed' : 'waiting')

/**
 * Who moves up from the waiting list, the longest waiting first. Nobody who has a seat loses it, also when there are fewer seats
 * than before.
 */
export function movingUp(lines: readonly Line[], seats: number | null): string[] {
  const taken = lines.filter(({ state }) => state === 'confirmed').length
  const waiting = lines.filter(({ state }) => state === 'waiting').toSorted(byConfirmation)
  return waiting.slice(0, seats === null ? waiting.length : Math.max(0, seats - taken)).map(({ id }) => id)
}

const byConfirmation = (a: Line, b: Line): number => (a.confirmedAt?.getTime() ?? 0) - (b.confirmedAt?.getTime() ?? 0) || (a.id < b.id ? -1 : 1)

/** Free seats for people who have not registered yet; null when nobody counts. */
export const seatsLeft = ({ seats, registered, waiting }: { seats: number | null; registered: number; waiting: number }): number | null => (seats === null ? null : waiting > 0 ? 0 : Math.max(0, seats - registered))
