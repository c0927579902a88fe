import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, inflateRawSync } from 'node:zlib'
import type { SearchRecord } from '../schema.ts'

// Test input only: the corpus that the judged queries refer to, built from the public files beside the project. See the README of the judgements.
const shared = join(import.meta.dirname, '../../../../../shared')
const judgementsFile = join(shared, 'vectors/search-judgements/tuning.json')

export type Judged = { id: string; category: string; query: string; relevant: [grade: number, ref: string, title: string, holder: string][] }

/** Undefined when the public files are not beside the project. */
export const judgedQueries = (): Judged[] | undefined =>
  existsSync(judgementsFile) ? (JSON.parse(readFileSync(judgementsFile, 'utf8')) as Judged[]) : undefined

type Raw = { ref: string; title: string; keywords: string[]; body: string; holder: string; updated?: string | undefined }

/** 13,735 records; those with the same title and holder are merged, the first ref counts. */
export function corpus(): SearchRecord[] {
  const merged = new Map<string, Raw>()
  for (const raw of [...nrw(), ...kommunal(), ...musterkatalog(), ...koeln(), ...muenster(), ...rdf('bra', 'brandenburg', 'Brandenburg'), ...rdf('ros', 'rostock', 'Rostock'), ...rdf('des', 'destatis', 'Statistisches Bundesamt'), ...library(), ...courses(), ...vhs(), ...laws()]) {
    raw.title = withoutTags(raw.title)
    if (raw.title === '') continue
    const key = JSON.stringify([raw.title.toLowerCase(), raw.holder])
    const same = merged.get(key)
    if (!same) merged.set(key, raw)
    else merged.set(key, { ...same, body: raw.body.length > same.body.length ? raw.body : same.body, keywords: [...new Set([...same.keywords, ...raw.keywords])] })
  }
  return [...merged.values()].map(toRecord)
}

function toRecord({ ref, title, keywords, body, holder, updated }: Raw): SearchRecord {
  const theme = keywords[0] ?? ''
  const year = /\b(?:19|20)\d\d\b/.exec(title)?.[0]
  const format = ['CSV', 'JSON', 'SHP', 'WMS', 'PDF', 'XLSX'].filter((_, i) => (createHash('md5').update(ref).digest()[i] ?? 0) > 150)
  const moment = updated && !Number.isNaN(Date.parse(updated)) ? new Date(updated) : undefined
  return {
    service: 'platform', kind: 'dataset', ref, title, keywords, body, holder, url: `/open-data/${encodeURIComponent(ref)}`, updated: moment,
    facets: { organisation: [holder].filter(Boolean), theme: [theme].filter(Boolean), format, source: [ref.split(':')[0] ?? ''], ...(year ? { year: [year] } : {}) },
  } // prettier-ignore
}

const file = (path: string): Buffer => readFileSync(join(shared, 'data', path))
const gz = (path: string): string => gunzipSync(file(path)).toString('utf8')
const place = (name: string): string => name.replace(/^(?:Stadt|Landeshauptstadt|Hansestadt|Bundesstadt|Kreisstadt)\s+/, '').trim()
const withoutTags = (html: string): string => decode(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim()
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß' }
const decode = (text: string): string => text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (all, name: string) => (name.startsWith('#') ? String.fromCodePoint(Number(name.replace('#x', '0x').replace('#', ''))) : (entities[name] ?? all)))

function csv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  let field = ''
  let inside = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (inside) {
      if (c !== '"') field += c
      else if (text[i + 1] === '"') field += text[++i]
      else inside = false
    } else if (c === '"') inside = true
    else if (c === ',' || c === '\n') {
      rows.at(-1)?.push(field.replace(/\r$/, ''))
      field = ''
      if (c === '\n') rows.push([])
    } else field += c
  }
  rows.at(-1)?.push(field)
  const [head = [], ...body] = rows
  return body.filter((row) => row.length > 1).map((row) => Object.fromEntries(head.map((name, i) => [name.replace(/^\ufeff/, ''), row[i] ?? ''])))
}

const fromCatalogue = (source: string, path: string): Raw[] =>
  csv(gz(path)).map((row) => ({
    ref: `${source}:${row['dct:identifier']}`, title: row['dct:title'] ?? '', keywords: [row['THEMA'] ?? '', row['BEZEICHNUNG'] ?? ''].filter(Boolean),
    body: withoutTags(row['dct:description'] ?? ''), holder: place(row['ORG'] ?? ''), updated: row['updated_at'],
  })) // prettier-ignore
const nrw = () => fromCatalogue('nrw', 'open-data/musterdatenkatalog-nrw.csv.gz')
const kommunal = () => fromCatalogue('kom', 'open-data/kommunale-datensaetze.csv.gz')

const musterkatalog = (): Raw[] =>
  (JSON.parse(gz('open-data/musterdatenkatalog-deutschland.json.gz')) as { top: string; sub: string; org: string; name: string; id: string }[]).map((row) => ({
    ref: `mdk:${row.id}`, title: row.name ?? '', keywords: [row.top, row.sub].filter(Boolean), body: '', holder: place(row.org ?? ''),
  })) // prettier-ignore

const koeln = (): Raw[] =>
  (JSON.parse(gz('open-data/koeln-dkan-catalogue.json.gz')) as { id: string; title: string; tags?: unknown; description: string }[]).map((row) => ({
    ref: `kdk:${row.id}`, title: row.title ?? '', keywords: tags(row.tags), body: withoutTags(row.description ?? ''), holder: 'Köln',
  })) // prettier-ignore
const tags = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap(tags) : typeof value === 'string' ? value.split(',').map((tag) => tag.trim()).filter(Boolean) : value && typeof value === 'object' ? tags(Object.values(value)) : [] // prettier-ignore

function muenster(): Raw[] {
  const seen = new Set<string>()
  return csv(gz('open-data/muenster-datensaetze.csv.gz')).flatMap((row) => {
    const id = row['Dataset-ID'] ?? ''
    if (id === '' || seen.has(id)) return []
    seen.add(id)
    const quoted = `${row['Tags']} ${row['Groups']} ${row['Schlagworte']}`.match(/"([^"]+)"/g)?.map((tag) => tag.replaceAll('"', '')) ?? []
    return [{ ref: `mst:${id}`, title: row['Title'] ?? '', keywords: quoted.filter((tag) => tag !== 'Stadt Münster'), body: withoutTags(row['Description'] ?? ''), holder: 'Münster', updated: row['Modified'] }]
  })
}

// Enough of RDF/XML for these flat files: one rdf:Description or dcat:Dataset per subject.
function rdf(source: string, name: string, holder: string): Raw[] {
  const text = gz(`open-data/dcat-ap-de-${name}.rdf.gz`)
  const found: Raw[] = []
  for (const [, about = '', inner = ''] of text.matchAll(/<(?:rdf:Description|\w+:Dataset) rdf:about="([^"]+)">([\s\S]*?)<\/(?:rdf:Description|\w+:Dataset)>/g)) {
    if (!/rdf:resource="http:\/\/www\.w3\.org\/ns\/dcat#Dataset"/.test(inner)) continue
    const all = (property: string) => [...inner.matchAll(new RegExp(`<\\w+:${property}(?: [^>]*)?>([^<]*)</`, 'g'))].map((match) => decode(match[1] ?? ''))
    found.push({ ref: `${source}:${decode(about)}`, title: all('title')[0] ?? '', keywords: all('keyword'), body: withoutTags(all('description')[0] ?? ''), holder, updated: all('modified')[0] })
  }
  return found
}

function* zip(path: string): Generator<{ name: string; text: string }> {
  const bytes = file(path)
  let end = bytes.length - 22
  while (end > 0 && bytes.readUInt32LE(end) !== 0x06054b50) end--
  let at = bytes.readUInt32LE(end + 16)
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const [nameLength, extra, comment, local] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const data = bytes.subarray(start, start + size)
    if (!name.endsWith('/')) yield { name, text: (method === 0 ? data : inflateRawSync(data)).toString('utf8') }
    at += 46 + nameLength + extra + comment
  }
}

type Lobid = { title?: string; otherTitleInformation?: string[]; subject?: { label?: string }[]; contribution?: { agent?: { label?: string } }[]; medium?: { label?: string }[]; note?: string[] }
const library = (): Raw[] =>
  [...zip('media/hbz-lobid-json.zip')].map(({ name, text }) => {
    const record = JSON.parse(text) as Lobid
    return {
      ref: `hbz:${name.replace(/^.*\//, '').replace(/\.json$/, '')}`, title: [record.title, ...(record.otherTitleInformation ?? [])].filter(Boolean).join(' : '),
      keywords: [...(record.subject ?? []).flatMap(({ label }) => label ?? []), ...(record.medium ?? []).flatMap(({ label }) => label ?? [])],
      body: (record.note ?? []).join(' '), holder: (record.contribution ?? []).flatMap(({ agent }) => agent?.label ?? []).join(' ; '),
    } // prettier-ignore
  })

// Field names of the course register of the federal employment agency are its own.
type Course = { id: number; angebot: { titel: string; inhalt?: string; bildungsanbieter?: { name?: string }; systematiken?: { bezeichnung?: string }[] } }
const courses = (): Raw[] =>
  (JSON.parse(gz('education/ba-weiterbildungssuche-response.json.gz')) as { _embedded: { termine: Course[] } })._embedded.termine.map(({ id, angebot }) => ({
    ref: `ba:${id}`, title: angebot.titel, keywords: (angebot.systematiken ?? []).flatMap(({ bezeichnung }) => bezeichnung ?? []), body: withoutTags(angebot.inhalt ?? ''), holder: angebot.bildungsanbieter?.name ?? '',
  })) // prettier-ignore

const vhs = (): Raw[] =>
  file('education/vhs-berlin-openvhs-sample.xml').toString('utf8').split('<veranstaltung>').slice(1).map((text) => {
    const all = (tag: string) => [...text.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map((match) => decode(match[1] ?? ''))
    return { ref: `vhs:${all('guid')[0]}`, title: all('name')[0] ?? '', keywords: [...all('untertitel'), ...all('schlagwort')], body: all('text').join(' '), holder: 'VHS Berlin' }
  }) // prettier-ignore

// One record per "# §" heading, numbered 1, 3, 5: heading and text alternate in the split that the judgements were made with.
const laws = (): Raw[] =>
  [...zip('knowledge/bundesgesetze-md.zip')].flatMap(({ name, text }) => {
    const law = /^% (.*)$/m.exec(text)?.[1]?.trim() ?? ''
    return text.split(/^(?=# §)/m).slice(1).map((piece, i) => ({
      ref: `law:${name.replace(/^.*\//, '')}:${2 * i + 1}`, title: piece.slice(2, piece.indexOf('\n')), keywords: [law], body: withoutTags(piece.slice(piece.indexOf('\n'))), holder: law,
    })) // prettier-ignore
  })
