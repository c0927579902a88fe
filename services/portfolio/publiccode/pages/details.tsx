import { DataTable, DescriptionList, Section, Stack, type Entry as Fact } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Vitality } from '../../shelf/schema.ts'
import { descriptionFor, publiccodeOf } from '../rules/entry.ts'
import type { Dependency, Publiccode } from '../schema.ts'
import { VitalityFrame } from './vitality.tsx'

/** What a file says about its software, for the page of an entry. `publiccode` is what the entry keeps; shows nothing when that is no such file. */
export function PubliccodeDetails({ t, publiccode, vitality }: { t: T; publiccode: unknown; vitality: Vitality | null }) {
  const file = publiccodeOf({ publiccode })
  if (!file) return null
  const { features = [] } = descriptionFor(file, t.locale === 'en' ? 'en' : 'de') ?? {}
  const dependencies = dependenciesOf(file)
  return (
    <Stack gap="l">
      <Section id="software" title={t('publiccode.detail.title')}>
        <DescriptionList entries={factsOf(t, file)} />
      </Section>
      {features.length > 0 ? (
        <Section id="features" title={t('publiccode.detail.features')}>
          <ul>
            {features.map((feature) => (
              <li key={feature}>{feature}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section id="vitality" title={t('publiccode.vitality.title')}>
        <VitalityFrame t={t} vitality={vitality} />
      </Section>
      {dependencies.length > 0 ? (
        <Section id="depends" title={t('publiccode.detail.depends')}>
          <DataTable
            id="dependencies"
            caption={t('publiccode.detail.depends')}
            hideCaption
            rows={dependencies}
            columns={[
              { key: 'name', head: t('publiccode.detail.depends-name'), rowHead: true, cell: ({ name }) => name },
              { key: 'kind', head: t('publiccode.detail.depends-kind'), cell: ({ kind }) => t(`publiccode.depends.${kind}`) },
              { key: 'version', head: t('publiccode.detail.depends-version'), cell: (one) => rangeOf(t, one) },
              { key: 'need', head: t('publiccode.detail.depends-need'), cell: ({ optional }) => t(optional ? 'publiccode.detail.optional' : 'publiccode.detail.mandatory') },
            ]}
          />
        </Section>
      ) : null}
    </Stack>
  )
}

function factsOf(t: T, file: Publiccode): Fact[] {
  const { maintenance, organisation, localisation, usedBy = [], isBasedOn = [] } = file
  const { documentation } = descriptionFor(file, t.locale === 'en' ? 'en' : 'de') ?? {}
  const contractors = (maintenance.contractors ?? []).map(({ name, until }) => t('publiccode.detail.until', { name, until }))
  const facts: (Fact | false | '' | undefined)[] = [
    file.softwareVersion && { term: t('publiccode.detail.version'), value: file.softwareVersion },
    file.releaseDate && { term: t('publiccode.detail.released'), value: t.format.date(new Date(file.releaseDate)) },
    { term: t('publiccode.detail.status'), value: named(t, 'publiccode.status', file.developmentStatus) },
    { term: t('publiccode.detail.type'), value: named(t, 'publiccode.type', file.softwareType) },
    { term: t('publiccode.detail.platforms'), value: file.platforms.join(', ') },
    { term: t('publiccode.detail.languages'), value: localisation.availableLanguages.map((tag) => languageName(t, tag)).join(', ') },
    { term: t('publiccode.detail.licence'), value: file.legal.license },
    organisation?.name !== undefined && { term: t('publiccode.detail.publisher'), value: organisation.name },
    { term: t('publiccode.detail.maintenance'), value: named(t, 'publiccode.maintenance', maintenance.type) },
    contractors.length > 0 && { term: t('publiccode.detail.contractors'), value: contractors.join(', ') },
    usedBy.length > 0 && { term: t('publiccode.detail.used-by'), value: usedBy.join(', ') },
    { term: t('publiccode.detail.source'), value: <Address href={file.url} /> },
    file.landingURL && { term: t('publiccode.detail.landing'), value: <Address href={file.landingURL} /> },
    documentation && { term: t('publiccode.detail.documentation'), value: <Address href={documentation} /> },
    file.roadmap && { term: t('publiccode.detail.roadmap'), value: <Address href={file.roadmap} /> },
    ...isBasedOn.map((href) => ({ term: t('publiccode.detail.based-on'), value: <Address href={href} /> })),
  ]
  return facts.filter((fact) => typeof fact === 'object')
}

/** Foreign addresses lead out only where a browser can follow. */
const Address = ({ href }: { href: string }) => (/^https?:\/\//i.test(href) ? <a href={href} rel="noopener nofollow">{href.replace(/^https?:\/\//i, '')}</a> : <span>{href}</span>)

const named = (t: T, of: 'publiccode.status' | 'publiccode.type' | 'publiccode.maintenance', value: string): string => t.find(`${of}.${value}`) ?? value

function languageName(t: T, tag: string): string {
  return new Intl.DisplayNames([t.locale === 'en' ? 'en' : 'de'], { type: 'language' }).of(tag) ?? tag
}

type Needed = Dependency & { readonly kind: 'open' | 'proprietary' | 'hardware' }
const dependenciesOf = ({ dependsOn = {} }: Publiccode): Needed[] => (['open', 'proprietary', 'hardware'] as const).flatMap((kind) => (dependsOn[kind] ?? []).map((one) => ({ ...one, kind })))

function rangeOf(t: T, { version, versionMin, versionMax }: Dependency): string {
  if (version !== undefined) return version
  if (versionMin !== undefined && versionMax !== undefined) return t('publiccode.detail.from-to', { from: versionMin, to: versionMax })
  if (versionMin !== undefined) return t('publiccode.detail.from', { from: versionMin })
  return versionMax === undefined ? '–' : t('publiccode.detail.to', { to: versionMax })
}
