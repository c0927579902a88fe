import type { UnitOfWork } from '../database/index.ts'
import { fold } from './fold.ts'
import { quote } from './groups.ts'
import { suggestions } from './queries.ts'
import { stem } from './stem.ts'
import { stopWords } from './stop-words.ts'

export type Suggestions = { words: string[]; titles: { title: string; url: string; service: string; kind: string; ref: string }[] }

/** What could be meant while a person is still typing: words for the last one, and titles. Empty below two letters. Public records only. */
export async function suggest(db: UnitOfWork, typed: string, { service, size = 8 }: { service?: string; size?: number } = {}): Promise<Suggestions> {
  const words = fold(typed.slice(0, 200)).split(' ').filter(Boolean)
  const last = words.pop() ?? ''
  if (last.length < 2) return { words: [], titles: [] }
  const before = words.filter((word) => !stopWords.has(word)).slice(-8)
  const match = [...before.map((word) => quote(stem(word))), `(${quote(last)}:* | ${quote(stem(last))})`].join(' & ')
  const found = await suggestions(db, { prefix: last, match, size, ...(service === undefined ? {} : { service }) })
  const lead = typed.slice(0, typed.length - (/\S*$/.exec(typed)?.[0].length ?? 0))
  return {
    words: [...new Set(found.words)].map((word) => `${lead}${word}`),
    titles: found.titles.map(([title, url, at, kind, ref]) => ({ title, url, service: at, kind, ref })),
  }
}
