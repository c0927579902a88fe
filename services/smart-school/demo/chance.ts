/** A number from 0 to below 1 that is always the same for the same words: the demonstration tells the same year on every machine (FNV-1a, then Murmur's finish). */
export function chance(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5
  const text = words.join('|')
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296
}

const known = new Map<string, number>()
/** A node of a wave; kept, because neighbours in time ask for the same ones. */
function node(name: string, at: number): number {
  const key = `${name}|${at}`
  const found = known.get(key)
  if (found !== undefined) return found
  if (known.size > 100_000) known.clear()
  const value = chance(key) * 2 - 1
  known.set(key, value)
  return value
}

/** A smooth wandering value between -1 and 1: random at whole numbers, a cosine between them. */
export function wander(name: string, at: number): number {
  const left = Math.floor(at)
  const share = (1 - Math.cos((at - left) * Math.PI)) / 2
  return node(name, left) * (1 - share) + node(name, left + 1) * share
}
