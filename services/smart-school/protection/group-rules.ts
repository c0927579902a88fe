/** At least so many rooms stand behind every number shown of sealed rooms. */
export const leastRooms = 3
/** No window is shorter than a lesson, minutes. */
export const leastMinutes = 45

/** The mean of one sealed room in one window; null: not enough values. */
export type RoomMean = { readonly thingId: number; readonly mean: number | null }
export type Window<T> = { readonly window: T; readonly rooms: readonly RoomMean[] }
export type GroupMean<T> = { readonly window: T; readonly mean: number | null; readonly rooms: number }

/**
 * Means over the sealed rooms of a school, or nothing. Whoever compares two published means must not get one room by subtraction, so:
 * the group is the same in all windows of a day (rooms that were measured in each of them), the asker chooses neither rooms nor windows (the school's
 * sealed rooms, the day's lessons), fewer than three rooms give nothing at all, and the mean is rounded coarsely, so that a level that hardly changes
 * overnight does not tell which room came or went with the next day.
 * Method: fixed groups against differencing (Hundepool et al., Statistical Disclosure Control, 2012, ch. 5).
 */
export function groupMeans<T>(windows: readonly Window<T>[], step: number): GroupMean<T>[] {
  const fixed = windows.map(({ rooms }) => new Set(rooms.filter(({ mean }) => mean !== null).map(({ thingId }) => thingId))).reduce<ReadonlySet<number> | undefined>((common, here) => (common === undefined ? here : new Set([...common].filter((id) => here.has(id)))), undefined)
  const group = fixed ?? new Set<number>()
  if (group.size < leastRooms) return windows.map(({ window }) => ({ window, mean: null, rooms: 0 }))
  return windows.map(({ window, rooms }) => {
    const values = rooms.flatMap(({ thingId, mean }) => (mean !== null && group.has(thingId) ? [mean] : []))
    return { window, mean: Math.round(values.reduce((sum, value) => sum + value, 0) / values.length / step) * step, rooms: group.size }
  })
}

/** How coarsely a quantity is rounded, in its unit: about a tenth of what one person more changes in a room. */
export const roundingOf: Readonly<Record<string, number>> = { co2: 50, temperature: 0.5, humidity: 5, light: 50, voc: 50, sound: 5 }
