/** A screen that shows one room to whoever has its address. */
export type Display = { readonly id: string; readonly code: string; readonly roomId: number; readonly schoolId: number; readonly createdAt: Date; readonly revokedAt: Date | null }

/** What `properties` of a room say about its air; everything may be missing. Height 3 m where only the area is known (usual in schools; said on the page). */
export type RoomSize = { readonly volumeM3: number | null; readonly estimated: boolean }

const usualHeight = 3
const numberOf = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null)

/** The volume of a room out of the properties of its thing. */
export function sizeOf(properties: Readonly<Record<string, unknown>>): RoomSize {
  const volume = numberOf(properties['volumeM3'])
  if (volume !== null) return { volumeM3: volume, estimated: false }
  const [area, height] = [numberOf(properties['areaM2']), numberOf(properties['heightM'])]
  return { volumeM3: area === null ? null : area * (height ?? usualHeight), estimated: true }
}
