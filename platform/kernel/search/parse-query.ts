import { fold, words } from './fold.ts'
import { stopWords } from './stop-words.ts'

/** What a person typed, taken apart. All words folded. */
export type ParsedQuery = {
  /** Single words without stop words, without repetitions, in the order typed. */
  words: string[]
  /** Texts in quotation marks, as lists of words that must follow each other. */
  phrases: string[][]
  /** Words after a minus: results must not contain them. */
  excluded: string[]
}

/** More is not a question but a document; the rest is left out. */
export const mostWords = 16
const quoted = /["„“”»«]([^"„“”»«]*)["„“”»«]/g

/** Understands "quoted phrases" and -excluded words; everything else is words. There is no other syntax to learn. */
export function parseQuery(text: string): ParsedQuery {
  const phrases: string[][] = []
  const rest = text.slice(0, 1000).replace(quoted, (_, inner: string) => {
    const phrase = words(inner)
    if (phrase.length > 0) phrases.push(phrase)
    return ' '
  })
  const excluded: string[] = []
  const kept = rest.replace(/(?<=^|\s)-(?=[\p{L}\p{N}])(\S+)/gu, (_, word: string) => {
    excluded.push(...words(word))
    return ' '
  })
  const all = [...new Set(words(kept))]
  const telling = all.filter((word) => !stopWords.has(word))
  // "Wer wir sind": when nothing else is left, the small words are what is looked for.
  const single = telling.length > 0 || phrases.length > 0 ? telling : all
  return { words: single.slice(0, mostWords), phrases: phrases.slice(0, 4), excluded: [...new Set(excluded)].slice(0, mostWords) }
}

/** The query as one folded text: how an exact title is recognised, and how missed searches are counted. */
export const foldedQuery = (query: ParsedQuery): string => fold([...query.phrases.flat(), ...query.words].join(' '))
