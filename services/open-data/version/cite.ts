import type { T } from '../locales/index.ts'

export type Cited = { publisher: string; title: string; file: string; number: number; day: Date; address: string }

/** How to cite one version, after DIN ISO 690 and the recommendations of DataCite: publisher, year, title, version, address. */
export const citeVersion = (t: T, { publisher, title, file, number, day, address }: Cited): string =>
  t('version.citation', { publisher, year: String(day.getUTCFullYear()), title, file, n: number, day: t.format.date(day), address })

/** The same for BibTeX (`@dataset` of BibLaTeX 3.16). Braces and backslashes have a meaning there and are left out of the texts. */
export function bibtex({ publisher, title, file, number, day, address }: Cited): string {
  const plain = (text: string): string => text.replaceAll(/[{}\\]/g, '').replaceAll(/[%&#$_]/g, (sign) => `\\${sign}`)
  const key = `${title.normalize('NFKD').replaceAll(/[^A-Za-z]/g, '').slice(0, 20) || 'dataset'}${day.getUTCFullYear()}v${number}`
  return [
    `@dataset{${key},`,
    `  author = {{${plain(publisher)}}},`,
    `  title = {${plain(title)}: ${plain(file)}},`,
    `  version = {${number}},`,
    `  date = {${day.toISOString().slice(0, 10)}},`,
    `  url = {${address}}`,
    '}',
  ].join('\n')
}
