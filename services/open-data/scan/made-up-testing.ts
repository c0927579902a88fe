import type { ScanKind } from './schema.ts'

/** A table made for the tests: what must be found in it, and nothing else. All people are invented. */
export type MadeUp = { name: string; csv: string; finds: readonly ScanKind[] }

const rows = (head: string, count: number, row: (at: number) => string): string => `${head}\n${Array.from({ length: count }, (_, at) => row(at)).join('\n')}\n`
const pick = (from: string, at: number): string => from.split(' ')[at % from.split(' ').length] ?? ''
const first = 'Erika Hans Ayşe Peter Sabine Mehmet Julia Thomas Anna Karl'
const last = 'Mustermann Beispiel Yılmaz Lindner Probst Demir Kessler Vogt Adler Brand'

export const badTables: readonly MadeUp[] = [
  { name: 'first and family names', csv: rows('Vorname,Nachname,Verein', 30, (at) => `${pick(first, at)},${pick(last, at)},Verein ${at}`), finds: ['name'] },
  { name: 'full names without a telling header', csv: rows('Nr,Bezeichnung', 30, (at) => `${at},"${pick(last, at)}, ${pick(first, at + 1)}"`), finds: ['name'] },
  { name: 'names, homes and telephones of holders', csv: rows('Halter,Straße,Telefon', 30, (at) => `${pick(first, at)} ${pick(last, at)},Krefelder Straße ${at + 1},0241 55${100 + at}`), finds: ['name', 'address', 'phone'] },
  { name: 'mail of people among those of offices', csv: rows('Amt,Kontakt', 30, (at) => `Amt ${at},${at === 7 ? 'erika.mustermann@example.org' : 'info@example.org'}`), finds: ['email'] },
  { name: 'birth dates', csv: rows('Kind,Geburtsdatum', 30, (at) => `K${at},20${String(10 + (at % 10))}-0${1 + (at % 9)}-11`), finds: ['birth-date'] },
  { name: 'accounts', csv: rows('Verein,Bankverbindung', 30, (at) => `Verein ${at},${at % 2 ? 'DE89 3704 0044 0532 0130 00' : ''}`), finds: ['iban'] },
  { name: 'tax numbers', csv: rows('Fall,Steuer-ID', 20, (at) => `${at},${pick('86095742719 47036892816 65929970489', at)}`), finds: ['tax-id'] },
  { name: 'number plates', csv: rows('Zeit,Kennzeichen', 30, (at) => `08:${10 + at},AC-${pick('AB XY KL', at)} ${100 + at}`), finds: ['plate'] },
  { name: 'addresses of the network', csv: rows('Zeit,Client', 30, (at) => `08:${10 + at},192.168.1.${at + 1}`), finds: ['ip'] },
  { name: 'a person in running text', csv: rows('Datum,Bemerkung', 30, (at) => `2024-01-${10 + (at % 20)},${at === 3 ? 'Anruf von Frau Mustermann wegen Lärm' : 'Laub liegt auf dem Weg'}`), finds: ['free-text'] },
  { name: 'private mobile numbers', csv: rows('Treffpunkt,Telefon', 20, (at) => `Treff ${at},0170 12345${10 + at}`), finds: ['phone'] },
  { name: 'homes on a map', csv: rows('Name,lat,lon', 20, (at) => `${pick(first, at)} ${pick(last, at)},50.7${100 + at},6.0${100 + at}`), finds: ['name', 'coordinate'] },
  { name: 'small counts of people', csv: rows('Stadtteil,Arbeitslose,Einwohner', 20, (at) => `Teil ${at},${at % 4 === 0 ? 3 : 50 + at},${1_000 + at}`), finds: ['small-cell'] },
  { name: 'small counts in a long table', csv: rows('Stadtteil,Merkmal,Wert', 20, (at) => `Teil ${at},${at % 2 ? 'Schülerinnen und Schüler' : 'Fläche'},${at % 2 ? 2 : 3}`), finds: ['small-cell'] },
  { name: 'few who share age, sex and postcode', csv: rows('Alter,Geschlecht,PLZ', 40, (at) => `${at < 36 ? 30 : 80 + at},${at % 2 ? 'm' : 'w'},52062`), finds: ['small-group'] },
  { name: 'few who share nationality and district', csv: rows('Fallnummer,Nationalität,Stadtteil', 40, (at) => `F${at},${at === 5 ? 'Tuvalu' : 'deutsch'},Mitte`), finds: ['small-group'] },
]

export const harmlessTables: readonly MadeUp[] = [
  { name: 'schools with addresses and offices', csv: rows('Schule,Straße,PLZ,Telefon,Mail', 30, (at) => `Anne-Frank-Schule ${at},Schulstraße ${at + 1},52062,0241 47${100 + at},info@example.org`), finds: [] },
  { name: 'street names after people', csv: rows('Straße,Stadtteil', 30, (at) => `${pick('Karl-Marx-Allee Heinrich-Heine-Straße Anna-Seghers-Platz', at)},Mitte`), finds: [] },
  { name: 'trees with age and district', csv: rows('Baumnummer,Gattung,Alter,Stadtteil', 40, (at) => `${at},Tilia,${at * 3},Teil ${at % 7}`), finds: [] },
  { name: 'places for cars', csv: rows('Parkhaus,Anzahl Stellplätze', 30, (at) => `Parkhaus ${at},${at + 1}`), finds: [] },
  { name: 'votes by polling district', csv: rows('Stimmbezirk,Partei A,Partei B', 30, (at) => `${1_000 + at},${at % 5},${200 + at}`), finds: [] },
  { name: 'measured values', csv: rows('Zeit,Station,Wert', 40, (at) => `2024-01-01 0${at % 10}:00,VKAC,${(at * 0.37).toFixed(2)}`), finds: [] },
  { name: 'population by district, large', csv: rows('Stadtteil,Geschlecht,Einwohner', 30, (at) => `Teil ${at},${at % 2 ? 'männlich' : 'weiblich'},${900 + at}`), finds: [] },
  { name: 'versions of software', csv: rows('System,Version', 30, (at) => `System ${at},1.${at}.0`), finds: [] },
  { name: 'budget lines', csv: rows('Produkt,Bezeichnung,Plan 2025', 30, (at) => `0${at},Kinder- und Jugendhilfe ${at},${at}`), finds: [] },
  { name: 'codes that look like plates', csv: rows('Linie,Abschnitt,Länge', 30, (at) => `${at},${at % 3 ? 'Abschnitt Nord' : 'A-B 12'},${at * 10}`), finds: [] },
]
