import { firstNames } from './first-names.ts'
import { isIban } from './numbers.ts'

/**
 * What a single value looks like. Patterns name no flags and use no look-around, so that the database that reads the table (RE2) and this
 * process understand them alike.
 */
export const patterns = {
  email: String.raw`[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,}`,
  iban: String.raw`[A-Z]{2}[0-9]{2}( ?[A-Z0-9]{4}){3,7}( ?[A-Z0-9]{1,3})?`,
  phone: String.raw`(\+|00)[1-9][0-9]{0,2}[ /\-.()]*[0-9][0-9 /\-.()]{5,16}[0-9]|\(?0[1-9][0-9]{1,4}\)?[ /\-]+[0-9][0-9 \-]{3,12}[0-9]|01[5-7][0-9]{1,2}[ /\-]?[0-9][0-9 ]{5,8}`,
  plate: String.raw`[A-ZÄÖÜ]{1,3}[ \-][A-Z]{1,2}[ \-]?[1-9][0-9]{0,3}[HE]?`,
  ipv4: String.raw`(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}`,
  ipv6: String.raw`([0-9A-Fa-f]{1,4}:){4,7}[0-9A-Fa-f]{1,4}|([0-9A-Fa-f]{1,4}:){1,6}:([0-9A-Fa-f]{1,4}:?){0,5}`,
  address: String.raw`[A-ZÄÖÜ][A-Za-zÄÖÜäöüß.\- ]*(straße|strasse|str\.|Straße|Strasse|Str\.|weg|Weg|platz|Platz|allee|Allee|gasse|Gasse|ring|Ring|ufer|Ufer|damm|Damm|markt|Markt|steig|pfad|hof|wall|graben|berg) ?[0-9]{1,4} ?[a-zA-Z]?`,
  title: String.raw`(Herrn?|Frau|Familie|Eheleute) (Dr\. |Prof\. )*[A-ZÄÖÜ][a-zäöüß]+`,
} as const

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`)
const within = (pattern: string): RegExp => new RegExp(pattern)

// Mailboxes of offices, not of people.
const officeBox = /^(info|kontakt|contact|post|poststelle|mail|email|office|service|servicecenter|buero|verwaltung|sekretariat|redaktion|presse|webmaster|noreply|no-reply|support|hilfe|opendata|open-data|geodaten|gis|statistik|statistikstelle|stadt|gemeinde|kreis|amt|rathaus|buergerservice|buergeramt|anfragen?|datenschutz|schule|kita|bibliothek|stadtbibliothek|archiv|stadtarchiv|tourist\w*|feuerwehr|umwelt\w*|jugend\w*|sozial\w*|bau\w*|verkehr\w*|\d+|[a-z]{2,4}\d{2,}|\w*(amt|stelle|buero|dienst|verwaltung|betrieb|zentrum|schule|verein|team|referat|abteilung)\w*)$/i

/** A mail address of a person; those of offices do not count. */
export function isPersonalMail(text: string): boolean {
  const [found] = within(patterns.email).exec(text) ?? []
  return found !== undefined && !officeBox.test(found.split('@')[0] ?? '')
}

export const isPhone = (text: string): boolean => whole(patterns.phone).test(text.trim()) && text.replaceAll(/\D/g, '').length >= 7
export const isPlate = (text: string): boolean => whole(patterns.plate).test(text.trim())
export const isIp = (text: string): boolean => whole(`(${patterns.ipv4})|(${patterns.ipv6})`).test(text.trim())
export const hasIban = (text: string): boolean => (text.match(new RegExp(patterns.iban, 'g')) ?? []).some(isIban) || isIban(text)
export const hasAddress = (text: string): boolean => within(patterns.address).test(text)
export const hasTitle = (text: string): boolean => within(patterns.title).test(text)

// Words that make a name that of a place, a thing or a body: Anna-Schule, Karl-Marx-Allee, Müller GmbH.
const noPerson = /(stra(ss|ß)e|str\.|\bweg\b|weg\b|platz|allee|gasse|\bring\b|brücke|schule|gymnasium|kita|kindergarten|kirche|kapelle|haus|heim|halle|bad\b|park|friedhof|klinik|krankenhaus|apotheke|gmbh|\bag\b|\bkg\b|\bug\b|\be\.? ?v\b|verein|stiftung|gesellschaft|verband|amt\b|behörde|stadt|gemeinde|kreis|bezirk|viertel|siedlung|bahnhof|haltestelle|partei|zentrum|museum|denkmal|ausgabe|einnahme|ertr[aä]g|aufwend|verwaltung|leistung|dienst|sport|anteil|quote|gesamt|summe)/i
const nameWord = /^[A-ZÄÖÜÇŞĞİÉÈ][a-zäöüßçşğıéèêáàóòíñ'’]+(-[A-ZÄÖÜÇŞĞİ][a-zäöüßçşğıéè]+)*$/
const particle = /^(von|van|zu|zum|zur|de|der|den|da|di|el|al|bin|ibn|ter|ten)$/
const degree = /^(Dr|Prof|Herrn?|Frau|Dipl|Ing|med|jur|phil)\.?-?(Ing\.?|med\.?)?$/

/** `Vorname Nachname` or `Nachname, Vorname` with a first name that is in use, and nothing that says place, thing or body. */
export function isFullName(text: string): boolean {
  const plain = text.trim()
  if (plain.length < 5 || plain.length > 60 || /\d/.test(plain) || noPerson.test(plain)) return false
  const [last = '', first] = plain.split(/\s*,\s*/, 2)
  const words = (first === undefined ? last : `${first} ${last}`).split(/\s+/).filter((word) => !degree.test(word))
  const names = words.filter((word) => !particle.test(word))
  if (names.length < 2 || names.length > 4 || !names.every((word) => nameWord.test(word))) return false
  return isFirstName(names[0] ?? '')
}

/** Each part of a double name counts. */
export const isFirstName = (word: string): boolean => word.split('-').every((part) => firstNames.has(part.toLowerCase()))
/** One word that could be a family name. */
export const isSingleName = (text: string): boolean => nameWord.test(text.trim()) && !noPerson.test(text)

/** Whether a text that is to be public names people or ways to reach them. For what staff type, not for tables. */
export function namesPeople(text: string): boolean {
  if (isPersonalMail(text) || hasIban(text) || hasTitle(text) || within(patterns.phone).test(text)) return true
  const words = text.replaceAll(/[.,;:!?()„“"]/g, ' ').split(/\s+/)
  return words.some((word, at) => isFirstName(word) && nameWord.test(words[at + 1] ?? '') && !noPerson.test(`${word} ${words[at + 1]}`))
}

/** A value in which nobody can be known: the first letter and the length stay. */
export const mask = (text: string): string => Array.from(text.trim().slice(0, 28), (sign, at) => (at === 0 || /[^\p{L}\p{N}]/u.test(sign) ? sign : '•')).join('')
