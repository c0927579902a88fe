/** What CKAN demands of packages and organisations, in its words: clients show them to people, and some read them. */
import { isLoose, type Loose } from '../../../ckan/loose.ts'

/** Each field with what is wrong with it; lists of records have one entry for each record. */
export type Errors = Record<string, readonly unknown[]>

export const isUuid = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)

/** What is wrong with a short name; undefined when nothing is. */
export function whyNotName(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return 'Missing value'
  if (typeof value !== 'string') return 'Names must be strings'
  if (['new', 'edit', 'search'].includes(value)) return 'That name cannot be used'
  if (value.length < 2) return 'Must be at least 2 characters long'
  if (value.length > 100) return 'Name must be a maximum of 100 characters long'
  return /^[a-z0-9][a-z0-9_-]*$/.test(value) ? undefined : 'Must be purely lowercase alphanumeric (ascii) characters and these symbols: -_'
}

/** `true`, `"True"`, `1` and so on. */
export const isTrue = (value: unknown): boolean => ['true', 'yes', 'on', 'y', 't', '1'].includes(String(value ?? '').trim().toLowerCase())

/** Most files of a dataset, and most extras and tags: more is a client that has gone astray. */
const most = { resources: 2_000, extras: 1_000, tags: 1_000 } as const

/** What is wrong with a package, by field; empty when it may be written. */
export function packageErrors(pack: Loose): Errors {
  return {
    ...list('name', whyNotName(pack['name'])),
    ...list('title', text(pack['title'])),
    ...list('notes', text(pack['notes'])),
    ...list('url', text(pack['url'])),
    ...list('version', text(pack['version']) ?? (String(pack['version'] ?? '').length > 100 ? 'Name must be a maximum of 100 characters long' : undefined)),
    ...list('author_email', mail(pack['author_email'])),
    ...list('maintainer_email', mail(pack['maintainer_email'])),
    ...list('type', pack['type'] === undefined || typeof pack['type'] === 'string' ? undefined : 'Must be a string'),
    ...each(pack, 'tags', tagErrors),
    ...extraErrors(pack),
    ...each(pack, 'groups', (group) => (typeof group['name'] === 'string' || typeof group['id'] === 'string' ? {} : { name: ['Missing value'] })),
    ...each(pack, 'resources', resourceErrors),
    ...twice(pack),
  }
}

const list = (field: string, problem: string | undefined): Errors => (problem === undefined ? {} : { [field]: [problem] })
const text = (value: unknown): string | undefined => (value === undefined || value === null || typeof value !== 'object' ? undefined : 'Must be a string')
const mail = (value: unknown): string | undefined =>
  text(value) ?? (value === undefined || value === null || value === '' || /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(String(value)) ? undefined : `Email ${String(value)} is not a valid format`)

function each(pack: Loose, field: keyof typeof most | 'groups', check: (item: Loose) => Errors): Errors {
  const value = pack[field]
  if (value === undefined || value === null) return {}
  if (!Array.isArray(value) || !value.every(isLoose)) return { [field]: ['Only lists of dicts can be placed against subschema'] }
  if (field !== 'groups' && value.length > most[field]) return { [field]: [`At most ${most[field]} entries`] }
  const errors = value.map(check)
  return errors.every((one) => Object.keys(one).length === 0) ? {} : { [field]: errors }
}

function tagErrors({ name }: Loose): Errors {
  if (typeof name !== 'string' || name.trim() === '') return { name: ['Missing value'] }
  if (name.length < 2) return { name: [`Tag "${name}" length is less than minimum 2`] }
  return name.length > 100 ? { name: [`Tag "${name.slice(0, 120)}" length is more than maximum 100`] } : {}
}

// An extra without a value is none; its removal is how old clients delete it.
function extraErrors(pack: Loose): Errors {
  const errors = each(pack, 'extras', ({ key }) => (typeof key === 'string' && key.trim() !== '' ? {} : { key: ['Missing value'] }))
  if (Object.keys(errors).length > 0 || !Array.isArray(pack['extras'])) return errors
  const keys = pack['extras'].filter(isLoose).map(({ key }) => key)
  const double = keys.find((key, index) => keys.indexOf(key) !== index)
  return double === undefined ? {} : { extras: [`Duplicate key "${String(double)}"`] }
}

function resourceErrors(resource: Loose): Errors {
  return {
    ...list('id', resource['id'] === undefined || resource['id'] === '' || isUuid(resource['id']) ? undefined : 'Invalid id: must be a UUID'),
    ...list('url', text(resource['url']) ?? (String(resource['url'] ?? '').length > 4_000 ? 'Must be a maximum of 4000 characters long' : undefined)),
    ...list('name', text(resource['name'])),
    ...list('format', text(resource['format'])),
    ...list('size', resource['size'] === undefined || resource['size'] === null || resource['size'] === '' || /^\d+(\.0+)?$/.test(String(resource['size'])) ? undefined : 'Invalid integer'),
  }
}

function twice(pack: Loose): Errors {
  if (!Array.isArray(pack['resources'])) return {}
  const ids = pack['resources'].filter(isLoose).map(({ id }) => id).filter((id) => typeof id === 'string' && id !== '')
  return new Set(ids).size === ids.length ? {} : { resources: ['Resource id already exists.'] }
}

/** What is wrong with an organisation, by field. */
export function organisationErrors(said: Loose): Errors {
  return {
    ...list('name', whyNotName(said['name'])),
    ...list('title', text(said['title']) ?? (String(said['title'] ?? '').length > 500 ? 'Must be a maximum of 500 characters long' : undefined)),
    ...list('description', text(said['description'])),
    ...list('id', said['id'] === undefined || isUuid(said['id']) ? undefined : 'Invalid id: must be a UUID'),
  }
}
