import { audit, errorsIn, newId, type Ask, type FormErrors, type Typed, type UnitOfWork } from '@modellregion/kernel'
import { localDate } from '@modellregion/standards'
import { checkSeries } from '../check/series.ts'
import { checkDataService } from '../check/service.ts'
import type { CheckFinding } from '../check/schema.ts'
import { slugOf } from '../dataset/record.ts'
import type { OrganisationRow } from '../dataset/schema.ts'
import type { DataService, DatasetSeries } from '../dcat/schema.ts'
import { pageWords, type PageT } from '../locales/index.ts'
import * as queries from './queries.ts'
import { fieldOf, namesIn, seriesOf, serviceOf } from './rules.ts'
import { mostMembers, SeriesForm, ServiceForm, type Kind, type SeriesEntry, type ServiceEntry } from './schema.ts'

type Asks = Pick<Ask, 'form' | 'say' | 'now' | 'write'>
export type Saved = { ok: true; name: string } | { ok: false; typed: Typed; errors: FormErrors }

/**
 * Reads the form, checks it as every description is checked, and saves it with its datasets in their order.
 * @param offices organisations the person may choose
 * @param before what is changed; absent for a new entry
 */
export async function saveEntry(ask: Asks, kind: Kind, offices: readonly OrganisationRow[], before?: SeriesEntry | ServiceEntry): Promise<Saved> {
  const t = ask.say(pageWords)
  const read = kind === 'series' ? ask.form(SeriesForm) : ask.form(ServiceForm)
  if (!read.ok) return { ok: false, typed: read.typed, errors: errorsIn(t, read.errors, (field) => t.find(`series.field.${field}`) ?? field) }
  const form = read.value
  const office = offices.find(({ id }) => id === form.organisation)
  if (!office) return { ok: false, typed: read.typed, errors: { organisation: t('series.office-unknown') } }
  const day = localDate(ask.now)
  const issued = before?.document.issued ?? day
  const document = 'endpointURL' in form ? serviceOf(form, office, day, issued) : seriesOf(form, office, day, issued)
  const errors = errorsOf(t, 'endpointURL' in document ? checkDataService(document) : checkSeries(document))
  const names = namesIn(form.datasets)
  if (names.length > mostMembers) errors['datasets'] = t('series.too-many', { most: mostMembers })
  if (Object.keys(errors).length > 0) return { ok: false, typed: read.typed, errors }
  const saved = await ask.write((db) => write(db, kind, { before, title: form.title, organisationId: office.id, document, names }))
  if (saved.ok) return saved
  return { ok: false, typed: read.typed, errors: { datasets: t('series.datasets-unknown', { names: saved.unknown.join(', ') }) } }
}

// Only what breaks a rule stands in the way.
function errorsOf(t: PageT, findings: readonly CheckFinding[]): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const finding of findings.filter(({ severity }) => severity === 'violation')) errors[fieldOf(finding)] ??= `${t.find(finding.code, finding.values)} ${t.find(`${finding.code}.advice`)}`
  return errors
}

type Wish = { before: SeriesEntry | ServiceEntry | undefined; title: string; organisationId: string; document: DatasetSeries | DataService; names: readonly string[] }

async function write(db: UnitOfWork, kind: Kind, { before, title, organisationId, document, names }: Wish): Promise<{ ok: true; name: string } | { ok: false; unknown: string[] }> {
  const found = new Map((await queries.idsOfNames(db, names)).map(({ id, name }) => [name, id]))
  const unknown = names.filter((name) => !found.has(name))
  if (unknown.length > 0) return { ok: false, unknown }
  const id = before?.id ?? newId(db.now)
  const name = before?.name ?? (await freeName(db, kind, title))
  if (before) await queries.updateEntry(db, kind, { id, title, organisationId, document })
  else await queries.insertEntry(db, kind, { id, name, title, organisationId, document })
  await queries.replaceMembers(db, kind, id, names.flatMap((member) => found.get(member) ?? []))
  await audit(db, { action: `${kind}.${before ? 'change' : 'publish'}`, subject: id, detail: { name, datasets: names.length } })
  return { ok: true, name }
}

async function freeName(db: UnitOfWork, kind: Kind, title: string): Promise<string> {
  const wanted = slugOf(title)
  return (await queries.findEntry(db, kind, wanted)) ? `${wanted.slice(0, 71)}-${newId(db.now).slice(-8)}` : wanted
}

export async function removeEntry(db: UnitOfWork, kind: Kind, { id, name }: SeriesEntry | ServiceEntry): Promise<void> {
  await queries.replaceMembers(db, kind, id, [])
  await queries.deleteEntry(db, kind, id)
  await audit(db, { action: `${kind}.delete`, subject: id, detail: { name } })
}
