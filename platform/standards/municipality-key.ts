/**
 * Official municipality keys of the German statistical offices.
 * AGS, 8 digits: state 2, region 1, district 2, municipality 3. ARS, 12 digits: the same with 4 digits for the association
 * of municipalities before the last three. Source: Destatis, Gemeindeverzeichnis-Informationssystem (GV-ISys).
 */
export type Ags = string & { readonly __brand: 'Ags' }
export type Ars = string & { readonly __brand: 'Ars' }

export type MunicipalityKey = {
  readonly ags: Ags
  /** Present when the twelve-digit key was given. */
  readonly ars?: Ars
  /** 01 to 16. */
  readonly state: string
  /** State and administrative region (Regierungsbezirk), 3 digits. */
  readonly region: string
  /** State, region and district (Kreis or kreisfreie Stadt), 5 digits. */
  readonly district: string
  /** Digits within the district; 000 for a town that is a district by itself. */
  readonly municipality: string
  /** 4 digits of the association of municipalities. */
  readonly association?: string
}

/** ISO 3166-2 code by the state's two digits. */
export const statesByKey: Readonly<Record<string, string>> = {
  '01': 'DE-SH',
  '02': 'DE-HH',
  '03': 'DE-NI',
  '04': 'DE-HB',
  '05': 'DE-NW',
  '06': 'DE-HE',
  '07': 'DE-RP',
  '08': 'DE-BW',
  '09': 'DE-BY',
  '10': 'DE-SL',
  '11': 'DE-BE',
  '12': 'DE-BB',
  '13': 'DE-MV',
  '14': 'DE-SN',
  '15': 'DE-ST',
  '16': 'DE-TH',
}

type KeyChange = { readonly since: string; readonly from: string; readonly to: string; readonly law: string }

// Whole keys and district prefixes that old data still carries. A city gave up its own district when the Städteregion took
// over the Kreis around it; the municipalities of the Kreis kept their last three digits.
// names a town: § 1 of the act on the Städteregion
const aachenLaw = 'Aachen-Gesetz of 26 February 2008 (GV. NRW. 2008 p. 162)'
const changes: readonly KeyChange[] = [
  { since: '2009-10-21', from: '05313000', to: '05334002', law: aachenLaw },
  { since: '2009-10-21', from: '05354', to: '05334', law: aachenLaw },
]

/**
 * Reads an AGS (8 digits) or ARS (12 digits). Blanks are ignored, a leading zero lost by a spreadsheet is put back
 * (7 and 11 digits). Undefined when the digits cannot be a key.
 */
export function parseMunicipalityKey(text: string): MunicipalityKey | undefined {
  const digits = text.replace(/[\s\u00A0]/g, '')
  if (!/^\d+$/.test(digits)) return undefined
  const whole = digits.length === 7 || digits.length === 11 ? `0${digits}` : digits
  if (whole.length !== 8 && whole.length !== 12) return undefined
  const state = whole.slice(0, 2)
  if (!Object.hasOwn(statesByKey, state)) return undefined
  const municipality = whole.slice(-3)
  const district = whole.slice(0, 5)
  const ags = `${district}${municipality}` as Ags // eight digits of a known state
  const parts = { ags, state, region: whole.slice(0, 3), district, municipality }
  if (whole.length === 8) return parts
  return { ...parts, ars: whole as Ars, association: whole.slice(5, 9) } // twelve digits of a known state
}

/** The AGS of today for a key of any time: `05313000` and `053130000000` become `05334002`. Undefined when it is no key. */
export function currentAgs(text: string): Ags | undefined {
  const key = parseMunicipalityKey(text)
  if (!key) return undefined
  const change = changes.find(({ from }) => key.ags.startsWith(from))
  if (!change) return key.ags
  return `${change.to}${key.ags.slice(change.from.length)}` as Ags // same length: prefixes are replaced by prefixes
}

/**
 * The ARS of a municipality that belongs to no association: its own three digits again with a zero before them, zeros for a
 * town that is a district by itself. Right for all of North Rhine-Westphalia, Hesse and Saarland, where no associations exist.
 */
export function arsWithoutAssociation(ags: Ags): Ars {
  const municipality = ags.slice(-3)
  return `${ags.slice(0, 5)}0${municipality}${municipality}` as Ars // 5 + 4 + 3 digits
}
