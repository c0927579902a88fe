import { Card } from '../card/card.tsx'
import { LinkButton, MoreLink } from '../button/button.tsx'
import { aachen, footer, frame, hohenried, lindenhafen } from '../gallery/demo-town.ts'
import type { Example } from '../gallery/example.ts'
import { Section, Split, Wrap } from '../layout/layout.tsx'
import { PageFrame } from '../page-frame/page-frame.tsx'
import type { FrameTown } from '../page-frame/types.ts'
import { SearchBox } from '../search-box/search-box.tsx'
import { Tag } from '../tag/tag.tsx'
import { Hero, type LifeSituation, LifeGrid, MatterList, NewsList, type TodayFact, TodayStrip } from './front.tsx'

const tasks = (...labels: string[]) => labels.map((label) => ({ label, href: `/suche?q=${encodeURIComponent(label)}` }))

const life: LifeSituation[] = [
  { icon: 'box', title: 'Umziehen und Wohnen', href: '/wohnen', tasks: tasks('Wohnsitz ummelden', 'Wohnungsgeberbestätigung ausstellen', 'Parkausweis für Bewohner') },
  { icon: 'family', title: 'Kinder und Familie', href: '/familie', tasks: tasks('Betreuung außerhalb der Kita-Zeiten', 'Kita-Platz vormerken', 'Familienangebote in der Nähe') },
  { icon: 'book', title: 'Schule und Lernen', href: '/lernen', tasks: tasks('Kurse finden', 'Bildungsberatung am Servicepunkt', 'Luft und Energie in unserer Schule') },
  { icon: 'work', title: 'Arbeit und Betrieb', href: '/arbeit', tasks: tasks('Gewerbe anmelden', 'Laden sichtbar machen', 'Gesund durch den digitalen Wandel') },
  { icon: 'permit', title: 'Erlaubnisse', href: '/erlaubnisse', tasks: tasks('Straßenmusik', 'Haltung eines gefährlichen Hundes', 'Straßenfest anmelden') },
  { icon: 'hands', title: 'Mitmachen und Helfen', href: '/helfen', tasks: tasks('Ehrenamt in Ihrer Postleitzahl', 'Ideen für die Innenstadt', 'Haushaltsbefragung') },
  { icon: 'data', title: 'Daten und Stadtarchiv', href: '/open-data', tasks: tasks('Offene Daten', 'Historische Akten und Pläne', 'Ratsinformationen') },
  { icon: 'heart', title: 'Hilfe und Notlagen', href: '/hilfe', tasks: tasks('Anonym schreiben: Anlauf!', 'Schuldnerberatung', 'Notdienste und Adressen') },
  { icon: 'pin', title: 'Neu in der Stadt', href: '/neu', tasks: tasks('Checkliste für die ersten Wochen', 'Deutsch lernen', 'Vereine und Nachbarschaften') },
]

const today: TodayFact[] = [
  { icon: 'clock', title: '12 Minuten warten', text: 'Bürgerservice Bahnhofplatz, 10:40 Uhr' },
  { icon: 'calendar', title: 'Papiertonne am Donnerstag', text: 'Adalbertstraße, ab 6:30 Uhr' },
  { icon: 'alert', title: 'Jülicher Straße gesperrt', text: 'bis Freitag, Umleitung für Linie 51' },
  { icon: 'wind', title: 'Luft in Schulen: gut', text: '36 von 38 Räumen unter 1.000 ppm' },
]

type Front = { town: FrameTown; title: string; lead: string; signedIn?: boolean }

function FrontPage({ town, title, lead, signedIn }: Front) {
  return (
    <PageFrame {...frame} town={town} footer={footer} width="front" nav={frame.nav.map(({ href, label }) => ({ href, label }))}>
      <Hero
        title={title}
        lead={lead}
        motifHref={town.motifHref}
        search={<SearchBox id={`q-${town.name}`} action="/suche" label="Suche" button="Suchen" example="Zum Beispiel: Hund anmelden" onBrand />}
        often={{ label: 'Oft gesucht', links: tasks('Wohnsitz ummelden', 'Personalausweis', 'Kita-Platz', 'Sperrmüll') }}
        aside={
          signedIn ? (
            <Card title="Meine Anliegen">
              <MatterList
                matters={[
                  {
                    href: '/meine/1',
                    title: 'Wohnungsgeberbestätigung',
                    text: 'Ihre Vermieterin hat unterschrieben. Es fehlt nur noch Ihre Anmeldung.',
                    status: (
                      <Tag kind="warn" icon="clock">
                        bis 4. Dezember
                      </Tag>
                    ),
                  },
                  {
                    href: '/meine/2',
                    title: 'Straßenmusik, Münsterplatz',
                    text: 'Liegt beim Ordnungsamt, Antwort bis 30. November.',
                    status: (
                      <Tag kind="info" icon="file">
                        in Bearbeitung
                      </Tag>
                    ),
                  },
                ]}
              />
              <LinkButton kind="quiet" href="/meine" block>
                Alle ansehen
              </LinkButton>
            </Card>
          ) : undefined
        }
      />
      <Wrap>
        <TodayStrip label="Heute" facts={today} />
        <Section title="Nach Lebenslage" id="lebenslage">
          <LifeGrid situations={life} />
          <MoreLink href="/anliegen">Alle Anliegen von A bis Z</MoreLink>
        </Section>
        <div class="mr-section">
          <Split>
            <section aria-labelledby="aktuelles" class="mr-stack">
              <h2 id="aktuelles">Aktuelles</h2>
              <NewsList
                items={[
                  { date: '21. November', dateTime: '2026-11-21', title: 'Neue Sprechzeiten am Bildungs-Servicepunkt', href: '/n/1', text: 'Ab Dezember auch samstags von 9 bis 13 Uhr, ohne Termin.' },
                  { date: '19. November', dateTime: '2026-11-19', title: 'Radzählstellen: Oktober mit Rekord', href: '/n/2', text: '412.000 Fahrten an sechs Zählstellen. Die Daten sind offen.' },
                  { date: '17. November', dateTime: '2026-11-17', title: 'Straßenmusik jetzt ganz ohne Papier', href: '/n/3', text: 'Antrag, Erlaubnis und Nachweis auf dem Telefon.' },
                ]}
              />
              <MoreLink href="/n">Alle Meldungen</MoreLink>
            </section>
            <Card look="flat" title="Reden Sie mit">
              <p>Wie soll der Büchel aussehen? Vier Entwürfe liegen aus, jeder Hinweis wird beantwortet.</p>
              <p class="mr-small mr-muted">Noch 9 Tage, 214 Beiträge</p>
              <LinkButton href="/mitmachen">Entwürfe ansehen</LinkButton>
            </Card>
          </Split>
        </div>
      </Wrap>
    </PageFrame>
  )
}

export const examples: Example[] = [
  { name: 'city', kind: 'page', body: <FrontPage town={aachen} title="Was möchten Sie erledigen?" lead="Ummelden, Kurse finden, um Hilfe bitten, mitreden: alles an einem Ort." signedIn /> },
  { name: 'port', kind: 'page', body: <FrontPage town={lindenhafen} title="Moin. Was steht an?" lead="Die Hansestadt Lindenhafen, rund um die Uhr geöffnet." /> },
  { name: 'village', kind: 'page', body: <FrontPage town={hohenried} title="Grüß Gott in Hohenried" lead="8.000 Menschen, ein Amt, kurze Wege." /> },
]
