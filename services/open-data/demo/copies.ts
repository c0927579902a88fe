/** Files of the demonstration by the address under which they are published: there is no network in a demonstration. */
export const demoCopies: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['structure/bevoelkerung/bevoelkerung.csv', 'koeln-bevoelkerung.csv.gz'],
    ['traffic/trafficlights/trafficlights.geojson', 'koeln-ampelanlagen.geojson.gz'],
    ['budget/ergebnisplan_produktbereiche/ergebnisplan_produktbereiche.csv', 'koeln-haushalt-ergebnisplan.csv.gz'],
    ['budget/teilergebnisplan/teilergebnisplan.csv', 'koeln-haushalt-teilergebnisplan.csv.gz'],
    ['elections/bundestag-2013/result_stimmbezirk/result_stimmbezirk.csv', 'koeln-wahl-2013-stimmbezirke.csv.gz'],
    ['health/aed/aed.csv', 'koeln-aed.csv.gz'],
  ].map(([path, file]) => [`https://raw.githubusercontent.com/KoelnAPI/data/master/data/${path}`, `demo:${file}`]),
)
