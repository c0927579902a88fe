import { persons } from '../locales/persons.ts'
import { countWords, sentencesOf, type Finding } from './leicht.ts'
import type { AddressForm } from './words.ts'

/** Rules for the German texts of the interface (words.md 1): address, gender, plainness. `room` is the folder of the dictionary. */
export function lintGerman(value: string, form: AddressForm | 'both', room: string): readonly Finding[] {
  const findings: Finding[] = []
  // A quoted word is spoken about, not used.
  const text = value.replace(/„[^“]*“/gu, '„“')
  const note = (rule: string, level: Finding['level'], match: RegExpExecArray | null) => {
    if (match) findings.push({ rule, level, found: match[0] })
  }
  // "Sie" at the start of a sentence may mean "they"; a reader stumbles all the same, so such sentences are written anew.
  if (form !== 'sie') note('sie-in-du', 'error', /(?<!\p{L})(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)(?!\p{L})/u.exec(text))
  if (form !== 'du') note('du-in-sie', 'error', /(?<!\p{L})(?:[Dd]u|[Dd]ein(?:e[mnrs]?)?|[Dd]ir|[Dd]ich|[Ee]uch|[Ee]ure?)(?!\p{L})/u.exec(text))
  note('gender-sign', 'error', /\p{L}+(?:er|nen)?[*:_]in(?:nen)?(?!\p{L})/u.exec(text))
  note('masculine', 'error', masculine.exec(text))
  note('html', 'error', /<\/?[a-z][^>]*>|&(?:[a-z]+|#\d+);/i.exec(text))
  note('abbreviation', 'error', abbreviations.exec(text))
  note('slash', 'warning', /(?<![\p{L}/.:-])\p{L}{2,}\/\p{L}{2,}(?![\p{L}/.])/u.exec(text))
  note('exclamation', 'warning', /!/.exec(text))
  for (const banned of [bannedEverywhere, bannedIn.get(room)]) if (banned) note('word', 'error', banned.exec(text))
  for (const sentence of sentencesOf(text)) {
    const length = countWords(sentence)
    if (length > 20) findings.push({ rule: 'length', level: 'error', found: `${length}: ${sentence}` })
    else if (length > 15) findings.push({ rule: 'length', level: 'warning', found: `${length}: ${sentence}` })
  }
  return findings
}

const whole = (alternatives: string) => new RegExp(`(?<![\\p{L}\\d-])(?:${alternatives})(?![\\p{L}\\d])`, 'u')

// The second word of each pair ("Lehrerin oder Lehrer"), in all its cases: such nouns come from person tokens only.
const masculine = whole(`(?:${Object.values(persons).map(({ pair }) => `${pair.one.split(' oder ')[1]}(?:s|n|en|es)?`).join('|')})(?![*:_]in)`)

const abbreviations = /(?<!\p{L})(?:z\. ?B\.|d\. ?h\.|usw\.|bzw\.|ggf\.|ggfs\.|evtl\.|inkl\.|etc\.|Abs\.|Nr\.|gem\.|i\. ?d\. ?R\.)/u

const bannedEverywhere = whole('[Hh]ier klicken|[Kk]licken Sie hier|OK|Submit|Session|User|Login|[Ee]inloggen|[Aa]usloggen|und/oder|Pflichtfeld(?:er)?|seitens|diesbezüglich|Sicherheitsstufe|Level|Fördergeld(?:er)?')

// One thing, one word: what a room must not call its things (words.md 3).
const bannedIn: ReadonlyMap<string, RegExp> = new Map([
  ['help-chat', whole('Meldung(?:en)?|Beschwerde(?:n)?|Fall')],
  ['case-management', whole('Cases?|Prozess(?:e|es)?')],
  ['archive', whole('Löschung')],
  ['credentials', whole('Zertifikat(?:e|s)?')],
  ['local-retail', whole('Reservierung(?:en)?')],
  ['portfolio', whole('Abrechnung(?:en)?')],
  ['open-data', whole('Ressource(?:n)?')],
  ['smart-school', whole('Lüftung')],
  ['childcare', whole('Vollmacht(?:en)?')],
])
