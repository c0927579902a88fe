import type { Removed } from './schema.ts'

const most = 60

/** Gathers what was found: each thing once, readable, and not endless. */
export function findings(): { add(what: Removed['what'], value?: string): void; addAll(list: readonly Removed[]): void; readonly list: readonly Removed[] } {
  const seen = new Set<string>()
  const list: Removed[] = []
  const add = (what: Removed['what'], value?: string): void => {
    const text = value === undefined ? '' : readable(value)
    const key = `${what} ${text.toLowerCase()}`
    if (seen.has(key) || list.length >= most) return
    seen.add(key)
    list.push(text === '' ? { what } : { what, value: text })
  }
  return { add, addAll: (more) => more.forEach(({ what, value }) => add(what, value)), list }
}

// Control characters and signs that turn the direction of writing have no place on the page.
const readable = (value: string): string =>
  value
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\s]+/gu, ' ')
    .trim()
    .slice(0, 120)
