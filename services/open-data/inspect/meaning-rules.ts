import type { Reading } from './column-rules.ts'
import type { Tally } from './tally.ts'

const rules: readonly { readonly meaning: string; readonly header: RegExp; readonly values?: RegExp }[] = [
  { meaning: 'postcode', header: /(?:^|[\s_.-])(?:plz|postleitzahl|post_?code|zip)/i, values: /^\d{5}$/ },
  { meaning: 'ags', header: /(?:^|[\s_.-])(?:ags|gemeindeschl(?:ü|ue)ssel|gemeindekennziffer)(?:$|[\s_.-])/i, values: /^\d{7,8}$/ },
  { meaning: 'ars', header: /(?:^|[\s_.-])(?:ars|rs|regionalschl(?:ü|ue)ssel)(?:$|[\s_.-])/i, values: /^\d{11,12}$/ },
  { meaning: 'telephone', header: /(?:^|[\s_.-])(?:telefon|telefonnummer|tel|phone|fax|telefax|mobil)(?:$|[\s_.:-])/i },
  { meaning: 'email', header: /e-?mail/i },
  { meaning: 'url', header: /(?:^|[\s_.-])(?:url|link|website|webseite|homepage|internet)(?:$|[\s_.-])/i },
]
const longitude = /(?:^|[\s_.-])(?:lon|long|lng|longitude|l(?:ä|ae)ngengrad|geo_?l(?:ä|ae)nge|x_?wgs_?84|wgs_?84_?x)(?:$|[\s_.-])/i
const latitude = /(?:^|[\s_.-])(?:lat|latitude|breitengrad|geo_?breite|y_?wgs_?84|wgs_?84_?y)(?:$|[\s_.-])/i
const easting = /^(?:x|rechtswert|ostwert|east(?:ing)?|utm_?(?:x|ost|east)|x_?koordinate|koordinate_?x|etrs_?89_?x)$/i
const northing = /^(?:y|hochwert|nordwert|north(?:ing)?|utm_?(?:y|nord|north)|y_?koordinate|koordinate_?y|etrs_?89_?y)$/i

/** What a column is about, by its header and its values together. */
export function meaningOf(header: string, { type }: Reading, tally: Tally): string | undefined {
  const fitting = (values: RegExp) => tally.examples.length > 0 && tally.examples.every((example) => values.test(example))
  if (type === 'geometry') return 'geometry'
  // Degrees have three digits at most before the decimal sign.
  if (type === 'numeric' && tally.whole <= 3) {
    if (longitude.test(header)) return 'longitude'
    if (latitude.test(header)) return 'latitude'
  }
  if (type === 'numeric' || type === 'int') {
    if (easting.test(header) && tally.whole >= 6) return 'easting'
    if (northing.test(header) && tally.whole >= 6) return 'northing'
  }
  if (type !== 'text') return undefined
  return rules.find(({ header: named, values }) => named.test(header) && (!values || fitting(values)))?.meaning
}
