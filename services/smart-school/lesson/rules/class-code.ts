/** Words of class codes: short, in every fibula, no umlauts, none begins like another one with its first four letters. 128 of them: 7 bits each. */
export const codeWords = [
  'abend', 'acker', 'adler', 'ahorn', 'ampel', 'amsel', 'anker', 'apfel', 'arena', 'atlas', 'auto', 'bach', 'ball', 'bank', 'baum', 'beere',
  'berg', 'besen', 'biber', 'biene', 'birke', 'birne', 'blatt', 'blitz', 'boot', 'brot', 'brief', 'bruch', 'brunnen', 'buch', 'dachs', 'damm',
  'decke', 'delfin', 'dorf', 'drache', 'echo', 'eiche', 'eimer', 'eis', 'elch', 'ente', 'erbse', 'erde', 'esel', 'eule', 'fahne', 'falke',
  'feder', 'feld', 'fels', 'feuer', 'fisch', 'flagge', 'floh', 'fluss', 'foto', 'frosch', 'fuchs', 'gabel', 'garten', 'geige', 'gold', 'gras',
  'hafen', 'hagel', 'hase', 'haus', 'hecke', 'herz', 'himmel', 'holz', 'honig', 'hund', 'igel', 'insel', 'jacke', 'kabel', 'kamel', 'karte',
  'katze', 'kern', 'kiste', 'klee', 'knopf', 'korb', 'kran', 'kreis', 'krone', 'kugel', 'kuh', 'lampe', 'land', 'laub', 'licht', 'linde',
  'luft', 'lupe', 'mais', 'maus', 'meer', 'melone', 'minze', 'mond', 'moos', 'nadel', 'nebel', 'nest', 'nuss', 'obst', 'otter', 'palme',
  'papier', 'pinsel', 'pony', 'quelle', 'rabe', 'rakete', 'regen', 'reh', 'ring', 'rose', 'sand', 'schaf', 'segel', 'sonne', 'stein', 'tiger',
] as const

/** A code out of five numbers from 0 to 2^32 - 1: three words and a number, 27 bits. Rate limits make guessing hopeless, and it dies with the experiment. */
export function classCode(drawn: readonly [number, number, number, number]): string {
  const [a, b, c, d] = drawn
  return [a, b, c].map((number) => codeWords[number % codeWords.length]).join('-') + `-${10 + (d % 90)}`
}

/** What somebody typed, read kindly: capitals, blanks, missing hyphens. Undefined when it is no class code. */
export function readClassCode(typed: string): string | undefined {
  const parts = typed.toLowerCase().replaceAll(/(\d+)/g, ' $1').split(/[^a-z0-9]+/).filter(Boolean)
  const [a, b, c, d] = parts
  const known: readonly string[] = codeWords
  if (parts.length !== 4 || a === undefined || b === undefined || c === undefined || d === undefined) return undefined
  return [a, b, c].every((word) => known.includes(word)) && /^[1-9]\d$/.test(d) ? `${a}-${b}-${c}-${d}` : undefined
}

/** Wrong codes that one network may type in an hour. A school is one network: a class of thirty makes mistakes too. */
export const missesPerHour = 60

/** Animals that groups are called by: the word keys are `lesson.animal.<id>`. */
export const animals = ['amsel', 'biber', 'dachs', 'delfin', 'eule', 'falke', 'frosch', 'fuchs', 'hase', 'igel', 'luchs', 'marder', 'otter', 'reh', 'specht', 'storch'] as const
export type Animal = (typeof animals)[number]
export const isAnimal = (word: string): word is Animal => (animals as readonly string[]).includes(word)
