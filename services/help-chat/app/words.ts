import type { Say } from '@modellregion/kernel/words'
import { de } from '../locales/de.ts'

/**
 * All plain words with one of these beginnings, for an island: islands know no dictionary. Arguments stand as `{name}` in the text and are
 * filled in by `sayWith`; text functions are for pages only and left out.
 */
export function packWords(t: Say<typeof de>, ...beginnings: readonly string[]): Readonly<Record<string, string>> {
  const keys = Object.keys(de).filter((key) => beginnings.some((beginning) => key.startsWith(beginning)) && typeof (de as Record<string, unknown>)[key] !== 'function')
  return Object.fromEntries(keys.map((key) => [key, t.find(key) ?? key]))
}
