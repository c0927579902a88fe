/** `term` also finds `alt`. Words as people write them; folded where they are used. */
export type Synonym = { term: string; alt: string }

// One group a line. "=" works in all directions, ">" only from the left to the right. Towns add and remove in their own table.
const groups = `
Kita = Kindertagesstätte = Kindertageseinrichtung = Kindergarten = Kindertagesbetreuung = Tageseinrichtung für Kinder
Krippe > Kita
Kita > Kinderbetreuung
Tagesmutter = Kindertagespflege
OGS = offene Ganztagsschule = Ganztagsbetreuung
einschulen > Einschulung > Schulanfänger
Einschulung = Schulneuling = Schulanfänger = Schuleingang
Fahrrad = Rad = Velo
Fahrrad > Radverkehr
Radweg = Fahrradweg = Radverkehrsanlage
Radweg > Radverkehr
E-Bike = Pedelec = Elektrofahrrad
PKW = Auto = Kraftfahrzeug = KFZ
Auto > Fahrzeug
ÖPNV = Nahverkehr = Bus und Bahn
Haltestelle = Bushaltestelle
Müll = Abfall
Müllabfuhr = Abfallkalender = Abfuhrtermin
abholen > Abfuhr > Abholung
Recyclinghof = Wertstoffhof
Glascontainer = Altglascontainer = Wertstoffcontainer
WC = Toilette
Schwimmbad = Hallenbad = Freibad = Bad
Bücherei = Bibliothek = Stadtbibliothek
VHS = Volkshochschule
Bürgeramt = Bürgerbüro = Bürgerservice = Einwohnermeldeamt
Perso = Personalausweis
Vermieter = Wohnungsgeber
Mietspiegel = Mietpreis = Vergleichsmiete
Haushalt = Etat = Haushaltsplan
Ausländer = Nichtdeutsche = Migrant
Flüchtling = Geflüchtete = Asylbewerber
Unterkunft > Unterbringung
Arbeitslose = Erwerbslose
Arbeitslosigkeit = Erwerbslosigkeit
Altenheim = Pflegeheim = Seniorenheim = Altenpflegeheim
Krankenhaus = Klinik = Klinikum
Feuerwehr = Brandschutz
Rettungsdienst = Notfallrettung
Defibrillator = Defi = AED
Straftat = Kriminalität
Unfall = Verkehrsunfall
Baustelle = Baumaßnahme
Parkhaus = Parkplatz = Parkraum
parken > Parkplatz > Parkhaus
Ladesäule = Ladestation = Stromtankstelle
WLAN = WiFi = Hotspot
Luftbild = Orthofoto = Orthophoto
Lärm = Schall = Lärmkartierung
Hochwasser = Überschwemmung
Denkmal = Baudenkmal
BPlan = Bebauungsplan
FNP = Flächennutzungsplan
Grundstück = Flurstück = Parzelle
Stadtteil = Ortsteil = Stadtbezirk
Einwohner = Bevölkerung = Einwohnerzahl
Geburt = Neugeborene
gebären > Geburt
Hochzeit = Eheschließung = Heirat
heiraten > Eheschließung > Trauung
Tod = Sterbefall
sterben > Sterbefall
Stadtrat = Gemeinderat
Weiterbildung = Fortbildung
Schwangerschaft = Mutterschutz
Whistleblower = Hinweisgeber
Mobbing = Belästigung
Diskriminierung = Benachteiligung
Firma = Unternehmen = Betrieb
Baum = Baumbestand = Baumkataster
Strom = Elektrizität
Photovoltaik = Solarenergie = Solaranlage = PV
Adresse = Hausnummer = Anschrift
Str = Straße
KI = künstliche Intelligenz
DSGVO = Datenschutz
umziehen > Umzug > Ummeldung
ziehen > Umzug
wählen > Wahl
wohnen > Wohnung
bauen > Bau > Baugenehmigung
kosten > Gebühr > Preis
kostenlos > gebührenfrei > frei
bezahlen > Zahlung > Gebühr
fahren > Fahrt > Verkehr
schwimmen > Schwimmbad
baden > Schwimmbad
leihen > Ausleihe > Entleihung
lesen > Bibliothek
spielen > Spielplatz
lernen > Kurs
feiern > Veranstaltung
helfen > Hilfe > Ehrenamt
fällen > Fällung
zählen > Zählung
messen > Messung
schützen > Schutz
versichern > Versicherung
kündigen > Kündigung
beantragen > Antrag
verlieren > Verlust > Fundbüro
verbrauchen > Verbrauch
bewerben > Bewerbung
pflegen > Pflege
lüften > Lüftung
verreisen > Reise
anmelden > Anmeldung
Ehrenamt = Freiwilligenarbeit = bürgerschaftliches Engagement
zugelassen > Zulassung
Rad > Radverkehr
Handy = Mobiltelefon = Smartphone
Rente = Altersversorgung
Azubi = Auszubildende
Ärztin = Arzt
Sperrmüll = Sperrgut
Gelber Sack = Wertstofftonne = gelbe Tonne
Personalausweis > Ausweisdokument
Reisepass > Ausweisdokument
Führerschein = Fahrerlaubnis
Rathaus = Stadtverwaltung
Oberbürgermeister > Bürgermeister
Sozialhilfe = Grundsicherung
Hartz = Bürgergeld
Kirmes = Jahrmarkt = Volksfest
Weihnachtsmarkt > Markt
Spielstraße = verkehrsberuhigter Bereich
Radar > Geschwindigkeitsüberwachung
Blitzer = Geschwindigkeitsüberwachung = Geschwindigkeitsmessung
Strafzettel = Verwarnungsgeld = Knöllchen
Strafzettel > Bußgeld
Behinderung = Schwerbehinderung = Handicap
barrierefrei = rollstuhlgerecht
Friedhof = Bestattung
Grundschule > Primarstufe
Student = Studierende
Lehrer = Lehrkraft = Lehrpersonal
`

/** The shipped synonyms, one entry per direction. */
export const seed: readonly Synonym[] = groups
  .split('\n')
  .map((line) => line.trim())
  .filter(Boolean)
  .flatMap(pairs)

function pairs(line: string): Synonym[] {
  if (line.includes('=')) {
    const all = line.split('=').map((word) => word.trim())
    return all.flatMap((term) => all.filter((alt) => alt !== term).map((alt) => ({ term, alt })))
  }
  const [term = '', ...alts] = line.split('>').map((word) => word.trim())
  return alts.map((alt) => ({ term, alt }))
}
