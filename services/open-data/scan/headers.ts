import type { Field } from '../store/schema.ts'

/** What the name of a column says about it. German and English, umlauts written either way. */
export type HeaderHint = 'first-name' | 'last-name' | 'person' | 'birth-date' | 'phone' | 'mobile' | 'plate' | 'ip' | 'tax-id' | 'home' | 'personal-trait' | 'place' | 'people-count' | 'count' | 'thing'

/** People who are counted or described, in a column's name or in the values of a long table. RE2. */
export const peopleWords =
  '(personen|einwohner|bevoelkerung|kinder|jugendliche|schueler|studierende|arbeitslose|leistungsbezieh|leistungsempfaeng|empfaenger|haushalte|geburten|geborene|sterbefaelle|gestorben|verstorben|patient|infizierte|erkrank|faelle|opfer|taeter|tatverdaecht|verletzt|getoetet|auslaend|migrant|deutsche|frauen|maenner|maennlich|weiblich|divers|ledig|verheiratet|geschieden|verwitwet|zuzuege|fortzuege|beschaeftigte|erwerbs|gefluechtet|fluechtling|asyl|evangelisch|katholisch|muslim|persons|population|inhabitants|children|pupils|students|unemployed|births|deaths|cases|victims|injured|male|female|women|\\bmen\\b)'

const hints: Readonly<Record<HeaderHint, RegExp>> = {
  'first-name': /(^|[^a-z])(vorname|vornamen|rufname|first ?name|given ?name|forename)/,
  'last-name': /(^|[^a-z])(nachname|familienname|zuname|geburtsname|last ?name|surname|family ?name)/,
  person: /(ansprechpartner|ansprechperson|kontaktperson|inhaber|eigentuemer|halter|antragsteller|bearbeiter|sachbearbeit|edited by|changed by|created by|geaendert von|erfasst von|patient|mieter|paechter|kunde|kundin|bewerber|mitarbeiter|leitung|geschaeftsfuehr|vorsitz|name der person|person|schueler|owner|holder|contact)/,
  'birth-date': /(geburtsdatum|geburtstag|geb dat|gebdat|geb am|geboren am|(^| )geb($| )|birth ?date|birthday|date of birth|(^| )dob($| ))/,
  phone: /(telefon|(^| )tel($| )|rufnummer|durchwahl|(^| )fax|phone)/,
  mobile: /(mobil(nummer|telefon|$| )|handy|cell ?phone|mobile)/,
  plate: /(kfz|kennzeichen|number ?plate|license ?plate|licence ?plate)/,
  ip: /((^| )ip($| |v4|v6|adress)|ip ?address)/,
  'tax-id': /(steuer ?(id|nummer|nr)|idnr|identifikationsnummer|tax ?id|(^| )tin($| ))/,
  home: /(wohn(ort|adresse|anschrift|haft)|privat|heimatadresse|home ?address|residence)/,
  'personal-trait': /(geschlecht|(^| )sex($| )|gender|(^| )alter($| )|altersgruppe|altersklasse|(^| )age($| )|age group|geburtsjahr|(^| )jahrgang|year of birth|birth ?year|nationalitaet|staatsangehoerig|staatsbuerger|nationality|herkunftsland|familienstand|marital|(^| )beruf($| )|occupation|religion|konfession|diagnose|behinderung|schulabschluss)/,
  place: /((^| )plz($| )|postleitzahl|postal ?code|(^| )zip|stadtteil|stadtbezirk|(^| )bezirk|ortsteil|quartier|statistischer|city district|district|(^| )ort($| )|wohnort)/,
  'people-count': new RegExp(peopleWords),
  count: /((^| )anzahl|(^| )anz($| )|(^| )zahl($| )|(^| )wert($| )|(^| )value($| )|(^| )count($| )|number of|insgesamt|gesamtzahl|(^| )summe|(^| )total($| ))/,
  thing: /(baum|gattung|stamm|krone|gebaeude|baujahr|anlage|fahrzeug|strassenname|haltestelle|denkmal|tree|building)/,
}

// Shares and rates are no counts.
const share = /(anteil|quote|prozent|proz($| )|rate($| )|je 1000|pro 1000|share|percent|durchschnitt|mittelwert|average|mean)/

/** A name in lower case, umlauts as two letters, words parted by blanks: `Geburtsdatum_Kind` becomes `geburtsdatum kind`. */
export const plainHeader = (text: string): string =>
  text
    .replaceAll(/([a-zäöüß])([A-ZÄÖÜ])/g, '$1 $2')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/** What a column is by its name and its label. */
export function hintsOf({ id, label = '' }: Pick<Field, 'id' | 'label'>): ReadonlySet<HeaderHint> {
  const texts = [plainHeader(id), plainHeader(label)].filter(Boolean)
  const found = (Object.entries(hints) as [HeaderHint, RegExp][]).filter(([, pattern]) => texts.some((text) => pattern.test(text))).map(([hint]) => hint)
  return new Set(texts.some((text) => share.test(text)) ? found.filter((hint) => hint !== 'people-count' && hint !== 'count') : found)
}
