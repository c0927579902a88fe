/** A time of day as people type it: `7:30`, `07.30`, `7`, `7 Uhr`, `0730`. Undefined when it is none. */
export function readClock(text: string): { hours: number; minutes: number } | undefined {
  const match = /^(\d{1,2})(?:[:.h ]?(\d{2}))?$/.exec(text.trim().replace(/\s*uhr$/i, ''))
  if (!match) return undefined
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)]
  return hours < 24 && minutes < 60 ? { hours, minutes } : undefined
}
