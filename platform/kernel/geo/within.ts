import { boxAround, boxHolds, distanceMetres, type Position } from '@modellregion/standards'

export type Near<T> = { item: T; metres: number }

/** Items at most `km` from the centre, nearest first, with the distance as the crow flies. Items without a position are left out. */
export function within<T>(centre: Position, km: number, items: Iterable<T>, positionOf: (item: T) => Position | undefined): Near<T>[] {
  const box = boxAround(centre, km * 1000)
  const near: Near<T>[] = []
  for (const item of items) {
    const position = positionOf(item)
    if (!position || !boxHolds(box, position)) continue
    const metres = distanceMetres(centre, position)
    if (metres <= km * 1000) near.push({ item, metres })
  }
  return near.sort((a, b) => a.metres - b.metres)
}
