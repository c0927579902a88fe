import { highlight, matcherOf, snippet, type Segment } from '@modellregion/kernel/rules'

/** What the search looks through: the same for everybody who reads this language in this town. */
export type SearchEntry = {
  readonly kind: 'article' | 'question' | 'number' | 'town'
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly text: string
  /** Other words for it; never shown. */
  readonly keywords: string
}
export type Found = { readonly entry: SearchEntry; readonly title: readonly Segment[]; readonly excerpt: readonly Segment[] }
export type Search = {
  readonly found: readonly Found[]
  /** What was looked for in the end, when a word was mistyped. */
  readonly meant?: string
}

const weights = { title: 12, keywords: 8, lead: 4, text: 1 } as const
/** A question is what people ask: its title counts more than that of a number. */
const kinds: Record<SearchEntry['kind'], number> = { question: 2, article: 1, town: 1, number: 0 }
const excerptLength = 180
const most = 12

/**
 * Searches on the device, by the rules of the platform's search: stems, compounds, spellings, synonyms. What has all words comes first; when
 * nothing has all of them, what has any. A word that nothing knows is taken for the nearest word of the texts (one slip, two in long words).
 */
export function searchEntries(entries: readonly SearchEntry[], query: string): Search {
  const typed = tellingWords(query)
  if (typed.length === 0) return { found: [] }
  const words = typed.map((word) => (knows(entries, word) ? word : (nearestWord(vocabularyOf(entries), word) ?? word)))
  const asked = words.join(' ')
  const matchers = words.map((word) => ({ matches: matcherOf(word), word: spelled(word) }))
  const scored = entries.flatMap((entry) => {
    const scores = matchers.map(({ matches, word }) => scoreOf(entry, matches, word))
    const met = scores.filter((score) => score > 0).length
    return met === 0 ? [] : [{ entry, met, score: scores.reduce((sum, score) => sum + score, 0) + kinds[entry.kind] }]
  })
  const wanted = scored.some(({ met }) => met === words.length) ? words.length : 1
  const found = scored
    .filter(({ met }) => met >= wanted)
    .sort((a, b) => b.met - a.met || b.score - a.score)
    .slice(0, most)
    .map(({ entry }) => ({ entry, title: highlight(entry.title, asked), excerpt: excerptOf(entry, asked) }))
  return asked === typed.join(' ') ? { found } : { found, meant: asked }
}

// The kernel marks in the query itself what it would look for: small words like "und" stay unmarked, unless nothing else was typed.
const tellingWords = (query: string): string[] => highlight(query.slice(0, 200), query.slice(0, 200)).flatMap(({ text, marked }) => (marked ? (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) : []))

// Stems and synonyms find much; what stands there as it was typed is meant more surely. A hyphen may join what is one word (Personal-Rat).
function scoreOf(entry: SearchEntry, matches: (text: string) => boolean, word = ''): number {
  let score = 0
  for (const [field, weight] of Object.entries(weights) as [keyof typeof weights, number][]) {
    // Object.entries forgets the keys.
    const text = `${entry[field]} ${field === 'title' ? entry.title.replaceAll('-', '') : ''}`
    if (matches(text)) score += word !== '' && spelled(text).includes(word) ? weight * 2 : weight
  }
  return score
}

const spelled = (text: string): string => text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss')

// The text says most; where the word stands only in the title or the keywords, the lead says what it is about.
function excerptOf(entry: SearchEntry, asked: string): Segment[] {
  const matches = matcherOf(asked)
  return matches(entry.lead) || !matches(entry.text) ? snippet(entry.lead === '' ? entry.text : entry.lead, asked, excerptLength) : snippet(entry.text, asked, excerptLength)
}

function knows(entries: readonly SearchEntry[], word: string): boolean {
  const matches = matcherOf(word)
  return entries.some((entry) => scoreOf(entry, matches) > 0)
}

const vocabularies = new WeakMap<readonly SearchEntry[], ReadonlyMap<string, number>>()

function vocabularyOf(entries: readonly SearchEntry[]): ReadonlyMap<string, number> {
  const known = vocabularies.get(entries)
  if (known) return known
  const counts = new Map<string, number>()
  for (const { title, lead, text, keywords } of entries)
    for (const [word] of `${title} ${keywords} ${lead} ${text}`.toLowerCase().matchAll(/[\p{L}\p{M}]{4,}/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  vocabularies.set(entries, counts)
  return counts
}

/** The word of the vocabulary that is meant: most alike, then most frequent. Undefined when nothing is near enough. */
export function nearestWord(vocabulary: ReadonlyMap<string, number>, typed: string): string | undefined {
  const word = typed.toLowerCase()
  if (word.length < 4) return undefined
  const allowed = word.length >= 8 ? 2 : 1
  let best: { word: string; slips: number; count: number } | undefined
  for (const [candidate, count] of vocabulary) {
    if (Math.abs(candidate.length - word.length) > allowed) continue
    const slips = slipsBetween(word, candidate, allowed)
    if (slips > allowed) continue
    if (!best || slips < best.slips || (slips === best.slips && count > best.count)) best = { word: candidate, slips, count }
  }
  return best?.word
}

/** Letters missing, added, changed or swapped with their neighbour (optimal string alignment); more than `limit` is told as `limit + 1`. */
export function slipsBetween(a: string, b: string, limit: number): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    if (Math.min(...row) > limit) return limit + 1
    before = last
    last = row
  }
  return Math.min(last[b.length] ?? 0, limit + 1)
}
