/**
 * A linter for Leichte Sprache (words.md 2.5). Rules follow BITV 2.0 annex 2 part 2 and the published recommendations named
 * there. No machine says "this is Leichte Sprache": it saves the time of the readers, who decide.
 */
export type Level = 'error' | 'warning' | 'info'
export type Finding = { readonly rule: string; readonly level: Level; readonly found: string }

const months = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember'
const sentenceEnd = new RegExp(`(?<!\\d\\.(?=\\s+(?:${months})))(?<=[.!?:])\\s+|\\n`, 'u')
const knownAcronyms = new Set(['PDF', 'NRW', 'DGS', 'JPG', 'PNG', 'CSV', 'MB', 'KB', 'GB', 'QR', 'USB'])
const word = (alternatives: string) => new RegExp(`(?<![\\p{L}\\d])(?:${alternatives})(?![\\p{L}\\d])`, 'u')

/** The sentences of a value, marks and arguments taken out. A colon ends one, too: "Zum Beispiel: der Ort." */
export function sentencesOf(value: string): readonly string[] {
  return value
    .split(sentenceEnd)
    .map((sentence) => sentence.replaceAll('·', '').replaceAll('**', '').replace(/\{[^}]*\}/g, '').replace(/\s+/g, ' ').trim())
    .filter((sentence) => /\p{L}/u.test(sentence))
}

export function countWords(sentence: string): number {
  return sentence.split(/\s+/).filter((part) => /[\p{L}\d]/u.test(part)).length
}

type SentenceRule = { readonly rule: string; readonly level: Level; find(sentence: string): string | undefined }

const first = (pattern: RegExp) => (sentence: string) => pattern.exec(sentence)?.[0]

const genitives = 'des|eines|meines|seines|unseres|[Ii]hres|deren|dessen|wegen'
// "sollte" is left to its first form: the preterite looks the same, so it is found either way.
const subjunctives = '(?:[Ww]ürd|[Kk]önnt|[Ss]ollt|[Mm]üsst|[Hh]ätt|[Ww]är|[Dd]ürft|[Gg]äb)e(?:n|st|t)?|sei(?:en)?'
const clauseOpeners = /, (?:dass|weil|damit|wenn|ob|obwohl|der|die|das|was|wo|wie)(?!\p{L})|^(?:Weil|Obwohl|Nachdem|Bevor|Falls)(?!\p{L})/u
const passiveVerb = word('wird|werden|wurde|wurden|worden')
const separable = '(?:ab|an|auf|aus|ein|fest|her|herunter|hin|hoch|mit|nach|um|vor|weg|weiter|zu|zurück|zusammen)?'
const participleT = new RegExp(`(?<!\\p{L})(?:${separable}ge\\p{Ll}{2,}t|(?:be|ver|er|ent|zer)\\p{Ll}{2,}t|\\p{Ll}{3,}iert)(?!\\p{L})`, 'u')
const participleEn = new RegExp(`(?<!\\p{L})(?:${separable}ge\\p{Ll}{2,}en|(?:be|ver|er|ent|zer)\\p{Ll}{2,}en)(?!\\p{L})`, 'u')
const noParticiple = new Set(['bekannt', 'gesamt', 'gerecht', 'geeignet', 'bereit', 'berühmt', 'vielleicht', 'leicht', 'echt', 'erst', 'gegen', 'gestern'])
const prepositions = word('[Aa]n|[Aa]uf|[Aa]us|[Bb]ei|[Dd]urch|[Ff]ür|[Gg]egen|[Hh]inter|[Ii]n|[Mm]it|[Nn]ach|[Nn]eben|[Oo]hne|[Ss]eit|[Üü]ber|[Uu]m|[Uu]nter|[Vv]on|[Vv]or|[Zz]u|[Zz]wischen')

// Words that begin a sentence with a capital and are no nouns: "Oder der Text ist zu lang."
const openers = word('Oder|Und|Aber|Dann|Auch|Ist|War|Hat|Gilt|Geht|Kommt|Hier|Heute|Das')

const sentenceRules: readonly SentenceRule[] = [
  { rule: 'clause', level: 'warning', find: first(clauseOpeners) },
  { rule: 'genitive', level: 'error', find: first(word(genitives)) },
  {
    rule: 'genitive-der',
    level: 'warning',
    find(sentence) {
      const match = /(?:^|\s)(\p{Lu}\p{L}+) der \p{Lu}\p{L}+/u.exec(sentence)
      return match && !prepositions.test(match[1] ?? '') && !openers.test(match[1] ?? '') ? match[0].trim() : undefined
    },
  },
  { rule: 'subjunctive', level: 'error', find: first(word(subjunctives)) },
  { rule: 'passive', level: 'error', find: (sentence) => passive(sentence, participleT) },
  { rule: 'passive', level: 'warning', find: (sentence) => (passive(sentence, participleT) ? undefined : passive(sentence, participleEn)) },
  {
    rule: 'nominal',
    level: 'warning',
    find(sentence) {
      const nouns = sentence.match(/\p{Lu}\p{L}*(?:ung|heit|keit|tion)(?:en)?(?!\p{L})/gu) ?? []
      return nouns.length >= 2 ? nouns.join(', ') : undefined
    },
  },
  { rule: 'digits', level: 'error', find: first(word('[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf|[Ss]echs|[Ss]ieben|[Aa]cht|[Nn]eun|[Zz]ehn|[Ee]lf|[Zz]wölf')) },
  { rule: 'digits', level: 'warning', find: first(/[§%&;()/]/u) },
  { rule: 'digits', level: 'info', find: first(/\d{4,}|\d{1,3}(?:\.\d{3})+/u) },
  { rule: 'address', level: 'error', find: first(word('[Dd]u|[Dd]ein(?:e[mnrs]?)?|[Dd]ir|[Dd]ich|[Ee]uch|[Ee]uer|[Ee]ure[mnrs]?')) },
]

function passive(sentence: string, participle: RegExp): string | undefined {
  const verb = passiveVerb.exec(sentence)
  if (!verb) return undefined
  const match = new RegExp(participle.source, 'gu')
  const found = [...sentence.matchAll(match)].map(([hit]) => hit).find((hit) => !noParticiple.has(hit))
  return found === undefined ? undefined : `${verb[0]} … ${found}`
}

/** Everything the rules find in one value of a `leicht` dictionary. */
export function lintLeicht(value: string): readonly Finding[] {
  const findings: Finding[] = []
  for (const sentence of sentencesOf(value)) {
    const length = countWords(sentence)
    if (length > 12) findings.push({ rule: 'length', level: 'error', found: `${length}: ${sentence}` })
    else if (length > 10) findings.push({ rule: 'length', level: 'warning', found: `${length}: ${sentence}` })
    for (const { rule, level, find } of sentenceRules) {
      const found = find(sentence)
      if (found !== undefined) findings.push({ rule, level, found: `${found} in: ${sentence}` })
    }
  }
  return [...findings, ...lintMarks(value)]
}

/** What shows only in the value as it is written: bold negations, marked compounds, abbreviations. */
function lintMarks(value: string): readonly Finding[] {
  const findings: Finding[] = []
  const outsideBold = value.split('**').filter((_, index) => index % 2 === 0).join(' ')
  for (const [found] of outsideBold.matchAll(new RegExp(word('[Nn]icht|[Kk]ein(?:e[mnrs]?)?|[Nn]ie|[Oo]hne|[Nn]iemand|[Nn]ichts').source, 'gu'))) {
    findings.push({ rule: 'negation', level: 'warning', found })
  }
  const abbreviation = /(?<!\p{L})(?:z\. ?B\.|usw\.|bzw\.|ggf\.|Abs\.|Nr\.|d\. ?h\.|etc\.)/u.exec(value)
  if (abbreviation) findings.push({ rule: 'abbreviation', level: 'error', found: abbreviation[0] })
  const text = value.replaceAll('**', '').replace(/\{[^}]*\}/g, '')
  for (const [found] of text.matchAll(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu)) {
    if (!knownAcronyms.has(found)) findings.push({ rule: 'acronym', level: 'warning', found })
  }
  for (const [found] of text.matchAll(/[\p{L}·]+/gu)) {
    if (isLong(found)) findings.push({ rule: 'long-word', level: 'info', found })
  }
  return findings
}

function isLong(compound: string): boolean {
  const parts = compound.split('·')
  if (parts.some((part) => part.length >= 14)) return true
  const vowelGroups = compound.match(/[aeiouyäöü]+/giu)?.length ?? 0
  return parts.length === 1 && /^\p{Lu}/u.test(compound) && compound.length >= 11 && vowelGroups >= 4
}
