import type { Source } from '../harvest/schema.ts'

type DemoSource = Omit<Source, 'id' | 'createdAt'>

const brandenburg: DemoSource = {
  name: 'brandenburg',
  title: 'DatenAdler Brandenburg',
  kind: 'dcat',
  url: 'demo:brandenburg.rdf.gz',
  options: { attribution: 'Land Brandenburg, Metadaten CC0', attributionUrl: 'https://datenadler.de' },
  removal: 'withdraw',
  paused: true,
}
const destatis: DemoSource = {
  name: 'destatis',
  title: 'Statistisches Bundesamt (GENESIS)',
  kind: 'dcat',
  url: 'demo:destatis.rdf.gz',
  options: { attribution: 'Statistisches Bundesamt, Metadaten CC0', attributionUrl: 'https://www-genesis.destatis.de' },
  removal: 'withdraw',
  paused: true,
}
const rostock: DemoSource = {
  name: 'rostock',
  title: 'OpenData.HRO Rostock',
  kind: 'dcat',
  url: 'demo:rostock.rdf.gz',
  options: { attribution: 'Hanse- und Universitätsstadt Rostock, Metadaten CC0', attributionUrl: 'https://www.opendata-hro.de' },
  removal: 'withdraw',
  paused: true,
}

const koeln: DemoSource = {
  name: 'koeln',
  title: 'Offene Daten Köln',
  kind: 'ckan',
  url: 'demo:koeln.json.gz',
  options: { publisher: 'Stadt Köln', attribution: 'Stadt Köln, CC BY 3.0 DE', attributionUrl: 'https://www.offenedaten-koeln.de' },
  removal: 'withdraw',
  paused: true,
}

const koelnDateien: DemoSource = {
  name: 'koeln-dateien',
  title: 'Ausgewählte Dateien der Stadt Köln',
  kind: 'csv-list',
  url: 'demo:koeln-dateien.csv',
  options: {
    attribution: 'Stadt Köln, aufbereitet von KoelnAPI, CC BY 3.0 DE',
    attributionUrl: 'https://github.com/KoelnAPI/data',
    keepCopies: true,
    mapping: {
      columns: {
        id: 'id', title: 'titel', description: 'beschreibung', keywords: 'schlagwoerter', theme: 'thema', publisher: 'herausgeber', licence: 'lizenz', attribution: 'namensnennung',
        landingPage: 'seite', url: 'datei', format: 'format', fileTitle: 'dateititel', temporalStart: 'von', temporalEnd: 'bis', spatial: 'ort',
      },
      delimiter: ';',
    },
  },
  removal: 'withdraw',
  paused: true,
}

/** Real catalogues that stand in for a town's own: their publishers are named on each dataset. Paused, because they do not change. */
export const demoSources: Readonly<Record<string, readonly DemoSource[]>> = {
  aachen: [koelnDateien, koeln, rostock, brandenburg, destatis],
  lindenhafen: [rostock],
  hohenried: [koelnDateien],
}
