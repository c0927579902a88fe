/** DKAN's older catalogue export as Köln published it: German field names in part, dates and sizes in words. */
import { cleanDescription } from '../dcat/description.ts'
import { emptyDataset } from '../dcat/empty.ts'
import { frequencyOf, themeOf } from '../dcat/normalise.ts'
import { newNotes, optional, webAddress } from '../dcat/record.ts'
import type { Notes } from '../dcat/record.ts'
import { refuse } from '../dcat/refusals.ts'
import { doubtsAbout, whyNotAccept } from '../dcat/rules.ts'
import { safeLine } from '../dcat/safe-text.ts'
import type { Dataset, Distribution, LanguageText, MappedDataset } from '../dcat/schema.ts'
import { readDateIn } from './fields.ts'
import type { FromCkanOptions } from './from-ckan.ts'
import { isLoose, objectsIn, textIn } from './loose.ts'
import type { Loose } from './loose.ts'
import { resourceFromCkan } from './resource-from-ckan.ts'

/** True for an entry of a DKAN export, false for a CKAN package. */
export function isDkan(value: unknown): boolean {
  return isLoose(value) && 'aktualisiert' in value && Array.isArray(value['resources'])
}

/** Maps one entry. Never throws for what it contains. */
export function datasetFromDkan(value: unknown, options: FromCkanOptions = {}): MappedDataset {
  if (!isLoose(value)) return { kind: 'refused', subject: '', reasons: [refuse('open-data.dataset.identity-missing', { detail: typeof value })] }
  const notes = newNotes(options.language)
  const dataset = read(value, notes, options)
  const reasons = whyNotAccept(dataset)
  if (reasons.length > 0) return { kind: 'refused', subject: textIn(value, 'id') ?? '', ...optional('title', Object.values(dataset.title)[0]?.slice(0, 200)), reasons }
  return { kind: 'dataset', dataset, warnings: [...notes.warnings, ...doubtsAbout(dataset)] }
}

function read(entry: Loose, notes: Notes, options: FromCkanOptions): Dataset {
  const id = textIn(entry, 'id')
  const publisher = textIn(entry, 'publisher')
  const title = textIn(entry, 'title')
  const description = [textIn(entry, 'description'), textIn(entry, 'additional_info')].filter((text) => text !== undefined).join('\n\n')
  const words = (textIn(entry, 'tags') ?? '').split(',').map(safeLine).filter((word) => word !== '')
  const landing = options.portal === undefined || id === undefined ? undefined : webAddress(`${options.portal.replace(/\/+$/, '')}/dataset/${encodeURIComponent(id)}`)
  const place = textIn(entry, 'spatial')
  return {
    ...emptyDataset,
    identifier: id === undefined ? [] : [id],
    title: title === undefined ? {} : { [notes.language]: safeLine(title.slice(0, 20_000)) },
    description: described(description, notes),
    keyword: words.length > 0 ? { [notes.language]: [...new Set(words)] } : {},
    theme: readThemes(words, notes),
    ...optional('publisher', publisher === undefined ? options.publisher : { name: { [notes.language]: safeLine(publisher) } }),
    creator: textIn(entry, 'Autor') === undefined ? [] : [{ name: { [notes.language]: safeLine(textIn(entry, 'Autor') ?? '') } }],
    distribution: objectsIn(entry, 'resources').map((resource, i) => file(resource, entry, notes, `distribution[${i}]`)).filter((d) => d !== undefined),
    landingPage: landing === undefined ? [] : [landing],
    ...optional('issued', readDateIn(notes, 'issued', textIn(entry, 'created'))),
    ...optional('modified', readDateIn(notes, 'modified', textIn(entry, 'aktualisiert'))),
    spatial: place === undefined ? [] : [{ label: { [notes.language]: safeLine(place) } }],
    ...optional('accrualPeriodicity', frequencyOf(textIn(entry, 'frequency') ?? '')?.value),
    provenance: notes.provenance,
  }
}

const described = (text: string, notes: Notes): LanguageText => {
  const clean = cleanDescription(text, notes, 'description')
  return clean === '' ? {} : { [notes.language]: clean }
}

function readThemes(words: readonly string[], notes: Notes): string[] {
  const found = words.flatMap((word) => {
    const theme = themeOf(word)
    if (theme) notes.provenance.push({ field: 'theme', from: word, rule: 'theme-from-keyword' })
    return theme ? [theme.value] : []
  })
  return [...new Set(found)]
}

/** A file: CKAN's resource under other names. A link to an interface stands in for a missing file. */
function file(resource: Loose, entry: Loose, notes: Notes, field: string): Distribution | undefined {
  const url = textIn(resource, 'file_url', 'file_link', 'link_to_api')
  const renamed: Loose = {
    id: resource['id'], name: resource['title'], description: resource['description'], format: resource['format'], mimetype: resource['mime_type'], url, download_url: resource['file_url'],
    size: resource['file_size'], created: resource['created'], modified: resource['modified'],
  }
  return resourceFromCkan(renamed, { license: entry['license'] }, notes, field)
}
