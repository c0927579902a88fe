/** Whether a text has the form the standard asks for. Each answers yes or no and knows no file. */
import parseSpdx from 'spdx-expression-parse'
import deprecatedLicences from 'spdx-license-ids/deprecated.json' with { type: 'json' }
import licences from 'spdx-license-ids/index.json' with { type: 'json' }
import { aliases, countries, italianBodies } from './vocabulary.ts'

const longestAddress = 2_000
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** Characters as people count them (extended grapheme clusters, UAX 29): the limits of the standard are meant so. Stops counting above `enough`. */
export function charactersOf(text: string, enough = Infinity): number {
  let count = 0
  for (const _ of segmenter.segment(text)) if (++count > enough) break
  return count
}

/** http or https with a host. */
export const isWebAddress = (text: string): boolean => text.length <= longestAddress && /^https?:\/\/[^\s/?#]+\S*$/i.test(text) && URL.canParse(text)

/** Any URL with a place: also git:// or ssh://. */
export const isUrl = (text: string): boolean => isWebAddress(text) || (text.length <= longestAddress && /^(?!https?:)[a-z][a-z0-9+.-]*:(?:\/\/[^\s/?#]+)?\S+$/i.test(text) && URL.canParse(text))

/** RFC 8141: `urn:nid:nss`. */
export const isUrn = (text: string): boolean => /^urn:[a-z0-9][a-z0-9-]{1,31}:[a-z0-9()+,\-.:=@;$_!*'%/?#~&]+$/i.test(text)

/** Of an organisation: a URN or an address with a host. A URN of Italian bodies must name one that exists. */
export function isOrganisationUri(text: string): boolean {
  const italian = /^urn:x-italian-pa:(.*)$/i.exec(text)?.[1]
  if (italian !== undefined) return isItalianBody(italian)
  return isUrn(text) || (/^[a-z][a-z0-9+.-]*:\/\/[^\s/?#]+\S*$/i.test(text) && URL.canParse(text))
}

export const isItalianBody = (code: string): boolean => italianBodies.has(code.toLowerCase())

/** `alias:<known name>`, or any URI. */
export function isSupported(text: string): boolean {
  const alias = /^alias:(.*)$/.exec(text)?.[1]
  return alias === undefined ? isUrn(text) || isUrl(text) : Object.hasOwn(aliases, alias)
}

/** YYYY-MM-DD and a day that exists; nothing else of ISO 8601 (section "Dates"). */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** BCP 47 with a primary language that Unicode's list knows; a form that only POSIX has (`de_DE`) is none. */
export function isLanguageTag(text: string): boolean {
  try {
    const [tag] = Intl.getCanonicalLocales(text)
    const language = tag?.split('-')[0] ?? ''
    return language.length >= 2 && languageNames.of(language) !== undefined
  } catch {
    return false
  }
}

/** Two letters of ISO 3166-1, all large or all small; small ones are deprecated. */
export const isCountry = (text: string): boolean => (text === text.toLowerCase() || text === text.toUpperCase()) && countries.has(text.toUpperCase())

/** RFC 6838, section 4.2. */
export const isMediaType = (text: string): boolean => /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/i.test(text)

/** One address with a host that has a dot; more cannot be said without writing to it. */
export const isMailAddress = (text: string): boolean => text.length <= 254 && /^[^\s@<>()",;:\\[\]]{1,64}@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}$/i.test(text)

/** An SPDX licence expression (SPDX 2.3, annex D); identifiers are matched as they are written. */
export function isLicence(text: string): boolean {
  if (text.length > 500) return false
  try {
    parseSpdx(text)
    return true
  } catch {
    return false
  }
}

const spelling = new Map([...licences, ...deprecatedLicences].map((id) => [id.toLowerCase(), id]))

/** The expression with its identifiers spelt as SPDX does, when only their case was wrong. */
export function licenceAsWritten(text: string): string | undefined {
  const spelt = text.slice(0, 500).replace(/[A-Za-z0-9.-]+/g, (word) => spelling.get(word.toLowerCase()) ?? word)
  return spelt !== text && isLicence(spelt) ? spelt : undefined
}

/** A path below the folder of the file, or an http address. */
export const isPathOrAddress = (text: string): boolean => isWebAddress(text) || (!text.startsWith('/') && !/^[a-z][a-z0-9+.-]*:/i.test(text) && !text.split(/[/\\]/).includes('..'))

/** The ending of a path or of an address's path, in small letters with its dot. */
export function endingOf(text: string): string {
  const path = URL.canParse(text) ? new URL(text).pathname : text
  return /\.[a-z0-9]+$/i.exec(path)?.[0].toLowerCase() ?? ''
}
