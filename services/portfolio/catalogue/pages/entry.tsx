import { DescriptionList, LinkButton, MoreLink, Note, PageHead, ResultList, Row, Section, Split, Stack, Tag, type Entry as Fact } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Contact, Cost, Effort, Entry, EntryVersion } from '../../shelf/schema.ts'
import { AdoptionPanel, type AdoptionPanelData } from '../../adoption/pages/panel.tsx'
import { PubliccodeDetails } from '../../publiccode/pages/details.tsx'
import { totalOf } from '../rules/file.ts'
import { isSpdx, licenceHref, licenceKindOf } from '../rules/licence.ts'
import { entryPath, hrefOf, isInstallableKind } from '../rules/list-query.ts'
import type { Supplier } from '../schema.ts'
import { archiveHref, FileTable } from './files.tsx'
import { EntryResult } from './result.tsx'
import { foreignLang, inReader, kindLabel, languageLabel, originLabel, type Labels } from './say.ts'
import { SupplierList } from './supplier.tsx'
import { Text } from './text.tsx'
import { VersionList } from './versions.tsx'

export type EntryPageProps = {
  t: T
  entry: Entry
  /** Newest first. */
  versions: readonly EntryVersion[]
  /** The version whose files are shown. */
  shown: EntryVersion | undefined
  labels: Labels
  suppliers: readonly Supplier[]
  similar: readonly Entry[]
  /** Name of the project it came from, when the town's programme knows it. */
  project: { name: string; href: string } | undefined
  may: { edit: boolean; supply: boolean; /** False for what is the town's own. */ adopt: boolean }
  /** Says what the person just did. */
  done?: string | undefined
  /** What the adopters say, what it took them, and how much evidence there is. */
  adoption: AdoptionPanelData
}

/** One thing to reuse: what it solves, what it is, what it costs, who knows more, and the one way to get it. */
export function EntryPage(props: EntryPageProps) {
  const { t, entry, versions, shown, labels, done } = props
  const summary = inReader(entry.summary, t)
  const use = labels.kinds.get(entry.kind)?.use
  // What has no description of its own is told by its first text.
  const description = entry.description === '' ? shown?.files?.find(({ mediaType, text }) => mediaType === 'text/markdown' && text !== undefined)?.text : entry.description
  return (
    <>
      {done === undefined ? null : <Note kind="ok" role="status" level={0} title={done} />}
      <div lang={foreignLang(entry.title, t)}>
        <PageHead title={inReader(entry.title, t)} lead={summary === '' ? undefined : <span lang={foreignLang(entry.summary, t)}>{summary}</span>}>
          <div lang={foreignLang(entry.title, t) && (t.locale === 'en' ? 'en' : 'de')}>
            <Stack gap="s">
              <Tags {...props} />
              <Actions {...props} />
            </Stack>
          </div>
        </PageHead>
      </div>
      <Split>
        <div class="mr-stack-l">
          <Standing {...props} />
          {entry.problem === '' ? null : (
            <Section id="problem" title={t('catalogue.entry.problem')}>
              <Text source={entry.problem} />
            </Section>
          )}
          {use === undefined ? null : (
            <Section id="use" title={t('catalogue.entry.use')}>
              <p>{use}</p>
            </Section>
          )}
          {description === undefined || description === '' ? null : (
            <Section id="description" title={t('catalogue.entry.description')}>
              <div lang={entry.languages.length === 1 && entry.languages[0] !== (t.locale === 'en' ? 'en' : 'de') ? entry.languages[0] : undefined}>
                <Text source={description} />
              </div>
            </Section>
          )}
          {shown?.files ? (
            <Section id="files" title={t('catalogue.entry.files-of', { label: shown.label })}>
              {shown.number === entry.currentVersion ? null : (
                <Note kind="info" level={0} title={t('catalogue.entry.version-old')}>
                  <a href={`${entryPath(entry.id)}#files`}>{t('catalogue.entry.version-back')}</a>
                </Note>
              )}
              <FileTable t={t} entry={entry} version={shown} />
              {shown.files.length > 1 ? (
                <LinkButton kind="quiet" icon="download" href={archiveHref(entry, shown.number)}>
                  {t('catalogue.entry.download-all-of', { count: shown.files.length, size: t.format.bytes(totalOf(shown.files)) })}
                </LinkButton>
              ) : null}
            </Section>
          ) : null}
          <PubliccodeDetails t={t} publiccode={entry.publiccode} vitality={entry.vitality} />
          <AdoptionPanel t={t} panel={props.adoption} />
          <Suppliers {...props} />
          {versions.length > 0 ? (
            <Section id="versions" title={t('catalogue.entry.versions')}>
              <VersionList t={t} entry={entry} versions={versions} shown={shown} />
            </Section>
          ) : null}
          {props.similar.length > 0 ? (
            <Section id="similar" title={t('catalogue.entry.similar')}>
              <ResultList>
                {props.similar.map((one) => (
                  <EntryResult key={one.id} t={t} entry={one} labels={labels} />
                ))}
              </ResultList>
            </Section>
          ) : null}
        </div>
        <aside class="mr-stack" aria-labelledby="glance">
          <h2 id="glance">{t('catalogue.entry.glance')}</h2>
          <DescriptionList stacked entries={glanceOf(props)} />
          <LicenceNote t={t} licence={entry.licence} />
          <Stack gap="s">
            <h3>{t('catalogue.entry.data')}</h3>
            <MoreLink href={`/portfolio/api/reuse/${entry.id}`}>{t('catalogue.entry.as-json')}</MoreLink>
            {entry.publiccode ? <MoreLink href={`${entryPath(entry.id)}/publiccode.yml`}>{t('catalogue.entry.publiccode-file')}</MoreLink> : null}
          </Stack>
        </aside>
      </Split>
    </>
  )
}

function Tags({ t, entry, labels }: EntryPageProps) {
  return (
    <ul class="mr-meta">
      <li>
        <a href={hrefOf({ class: [entry.class] })}>
          <Tag>{t(`catalogue.class.${entry.class}`)}</Tag>
        </a>
      </li>
      <li>
        <Tag>{kindLabel(t, labels, entry.kind)}</Tag>
      </li>
      <li>{originLabel(t, labels, entry)}</li>
    </ul>
  )
}

// One primary action: take it over where that is possible, else get its file, else go to where it is.
function Actions({ t, entry, versions, labels, may }: EntryPageProps) {
  const canInstall = may.adopt && labels.here.has(entry.kind) && entry.retiredAt === null
  const [file, ...others] = versions[0]?.files ?? []
  return (
    <Row>
      {canInstall ? (
        <LinkButton icon="download" href={`${entryPath(entry.id)}/adopt`}>
          {t('catalogue.entry.adopt')}
        </LinkButton>
      ) : file ? (
        <LinkButton icon="download" href={others.length > 0 ? archiveHref(entry, versions[0]?.number ?? 1) : `${entryPath(entry.id)}/download?path=${encodeURIComponent(file.path)}`}>
          {t(others.length > 0 ? 'catalogue.entry.download-all' : 'catalogue.entry.download')}
        </LinkButton>
      ) : null}
      {entry.sourceUrl === null || !/^https?:\/\//i.test(entry.sourceUrl) ? null : (
        <LinkButton kind={canInstall || file ? 'quiet' : 'primary'} icon="external" href={entry.sourceUrl}>
          {t('catalogue.entry.to-source')}
        </LinkButton>
      )}
      {entry.pageUrl === null || !(entry.pageUrl.startsWith('https://') || labels.used.has(entry.service ?? '')) ? null : (
        <LinkButton kind="bare" href={entry.pageUrl}>
          {t('catalogue.entry.to-page')}
        </LinkButton>
      )}
      {may.edit ? (
        <LinkButton kind="bare" icon="edit" href={`/portfolio/shelf/${entry.id}`}>
          {t('catalogue.entry.edit')}
        </LinkButton>
      ) : null}
    </Row>
  )
}

function Standing({ t, entry, labels }: EntryPageProps) {
  if (entry.retiredAt !== null) return <Note kind="warn" title={t('catalogue.entry.retired')}>{t('catalogue.entry.retired-text', { day: entry.retiredAt })}</Note>
  if (!entry.published) return <Note kind="warn" title={t('catalogue.entry.hidden')}>{t('catalogue.entry.hidden-text')}</Note>
  if (!isInstallableKind(entry.kind) || labels.here.has(entry.kind)) return null
  const service = entry.kind.split('.')[0] ?? ''
  return <Note kind="info" title={t('catalogue.entry.cannot')}>{t('catalogue.entry.cannot-why', { service: labels.services.get(service) ?? service })}</Note>
}

function Suppliers({ t, entry, suppliers, labels, may }: EntryPageProps) {
  if (suppliers.length === 0 && !may.supply) return null
  return (
    <Section id="suppliers" title={t('catalogue.entry.suppliers')}>
      {suppliers.length === 0 ? <p class="mr-muted">{t('catalogue.entry.suppliers-none')}</p> : <SupplierList t={t} suppliers={suppliers} labels={labels} />}
      {may.supply ? <MoreLink href={`/portfolio/supplier/new?entry=${entry.id}`}>{t('catalogue.entry.supplier-new')}</MoreLink> : null}
    </Section>
  )
}

function glanceOf({ t, entry, versions, labels, project }: EntryPageProps): Fact[] {
  const current = versions.find(({ number }) => number === entry.currentVersion)
  const facts: (Fact | undefined)[] = [
    { term: t('catalogue.entry.offered-by'), value: entry.origin === 'shipped' ? t('catalogue.entry.shipped') : originLabel(t, labels, entry) },
    project ? { term: t('catalogue.entry.project'), value: <a href={project.href}>{project.name}</a> } : undefined,
    { term: t('catalogue.entry.effort'), value: effortText(t, entry.effort) },
    { term: t('catalogue.entry.cost'), value: costText(t, entry.cost) },
    contactFact(t, entry.contact),
    current ? { term: t('catalogue.entry.current'), value: current.label } : undefined,
    { term: t('catalogue.entry.changed-on'), value: t.format.date(entry.changedAt) },
    entry.languages.length > 0 ? { term: t('catalogue.entry.languages'), value: entry.languages.map((tag) => languageLabel(t, tag)).join(', ') } : undefined,
    entry.topics.length > 0 ? { term: t('catalogue.facet.topic'), value: <Links of={entry.topics.map((topic) => ({ label: topic, href: hrefOf({ topic: [topic] }) }))} /> } : undefined,
    entry.service === null ? undefined : { term: t('catalogue.facet.service'), value: <a href={hrefOf({ service: [entry.service] })}>{labels.services.get(entry.service) ?? entry.service}</a> },
  ]
  return facts.filter((fact) => fact !== undefined)
}

function effortText(t: T, { daysMin, daysMax, note }: Effort) {
  const min = daysMin ?? daysMax
  const max = daysMax ?? daysMin
  if (min === undefined || max === undefined) return note ?? t('catalogue.entry.not-stated')
  return <Stated t={t} lines={[t('catalogue.entry.effort-days', { min, max })]} note={note} />
}

function costText(t: T, { onceCents, yearlyCents, note }: Cost) {
  const lines = [...(onceCents === undefined ? [] : [t('catalogue.entry.cost-once', { cents: onceCents })]), ...(yearlyCents === undefined ? [] : [t('catalogue.entry.cost-yearly', { cents: yearlyCents })])]
  if (lines.length === 0) return note ?? t('catalogue.entry.not-stated')
  return <Stated t={t} lines={lines} note={note} />
}

function Stated({ t, lines, note }: { t: T; lines: readonly string[]; note: string | undefined }) {
  return (
    <>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {note === undefined ? null : <div class="mr-small">{note}</div>}
      <div class="mr-small mr-muted">{t('catalogue.entry.as-stated')}</div>
    </>
  )
}

// Mail and page of the office, as far as they are known; without any there is nothing to say.
function contactFact(t: T, { office, email, phone, url }: Contact): Fact | undefined {
  const ways = [email ? <a href={`mailto:${email}`}>{office ?? email}</a> : office, phone ? <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a> : undefined, url && url.startsWith('https://') ? <a href={url}>{t('catalogue.entry.contact-page')}</a> : undefined].filter((way) => way !== undefined)
  if (ways.length === 0) return undefined
  return { term: t('catalogue.entry.contact'), value: ways.map((way, at) => <div key={String(at)}>{way}</div>) }
}

function Links({ of }: { of: readonly { label: string; href: string }[] }) {
  return (
    <ul class="mr-meta">
      {of.map(({ label, href }) => (
        <li key={label}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  )
}

function LicenceNote({ t, licence }: { t: T; licence: string }) {
  const href = licenceHref(licence)
  const kind = licenceKindOf(licence)
  const sentence = href === undefined && isSpdx(licence) ? t('catalogue.licence.expression') : t(`catalogue.licence.${kind}`)
  return (
    <Note kind={kind === 'no-commercial' || kind === 'no-changes' || kind === 'unstated' || kind === 'other' ? 'warn' : 'ok'} level={3} title={kind === 'unstated' ? t('catalogue.licence-unstated') : t('catalogue.licence-of', { licence })}>
      <p>{sentence}</p>
      {href === undefined ? null : (
        <p>
          <a href={href}>{t('catalogue.licence.text')}</a>
        </p>
      )}
    </Note>
  )
}
