import { Card, DataTable, DescriptionList, EmptyState, Grid, LinkButton, MapFrame, PageHead, Prose, Section, Stack, type Backdrop, type Bounds, type Column } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { School } from '../../store/schema.ts'
import { schoolHref } from '../frame.ts'
import { formWord } from '../values.ts'

export type HomeProps = {
  t: PageT
  schools: readonly School[]
  positions: ReadonlyMap<number, readonly [number, number]>
  backdrop: readonly Backdrop[]
  /** Schools that the reader works for. */
  own: readonly School[]
  mayManage: boolean
}

/** What is measured in the town's schools, for everybody. */
export function HomePage({ t, schools, positions, backdrop, own, mayManage }: HomeProps) {
  const placed = schools.flatMap((school) => {
    const coordinates = positions.get(school.id)
    return coordinates ? [{ title: school.name, href: schoolHref(school.slug), geometry: { type: 'Point' as const, coordinates } }] : []
  })
  return (
    <>
      <PageHead title={t('place.home.title')} lead={t('place.home.lead')}>
        {mayManage ? (
          <p class="mr-row">
            <LinkButton href="/smart-school/place/new-school">{t('place.manage.new-school')}</LinkButton>
          </p>
        ) : null}
      </PageHead>
      <Stack gap="l">
        {own.length > 0 ? (
          <Section id="own" title={t('place.home.own')}>
            <Grid>
              {own.map((school) => (
                <SchoolCard key={school.id} t={t} school={school} />
              ))}
            </Grid>
          </Section>
        ) : null}
        <Section id="what" title={t('place.home.what')}>
          <Prose>
            {t('place.home.what-text')
              .split('\n')
              .map((line) => (
                <p key={line}>{line}</p>
              ))}
          </Prose>
        </Section>
        <Section id="schools" title={t('place.home.schools')}>
          {schools.length === 0 ? (
            <EmptyState level={3} icon="building" title={t('place.home.none')} text={t('place.home.none-next')} />
          ) : (
            <Stack gap="l">
              {placed.length > 0 ? (
                <MapFrame id="map" title={t('place.home.map')} features={placed} listLabel={t('place.home.schools')} attribution={t('place.home.map-source')} backdrop={backdrop} bounds={boundsAround([...positions.values()])} words={{ zoomIn: t('place.map.zoom-in'), zoomOut: t('place.map.zoom-out') }} />
              ) : null}
              <DataTable id="all-schools" caption={t('place.home.schools')} hideCaption columns={columns(t)} rows={schools} rowKey={({ slug }) => slug} />
            </Stack>
          )}
        </Section>
        <Section id="join" title={t('place.home.join')}>
          <Prose>
            <ul>
              {(
                [
                  ['/smart-school/lesson', t('lesson.home.title')],
                  ['/smart-school/class', t('lesson.class.enter')],
                  ['/smart-school/sensorthings', t('sensorthings.title')],
                ] as const
              ).map(([href, text]) => (
                <li key={href}>
                  <a href={href}>{text}</a>
                </li>
              ))}
            </ul>
          </Prose>
        </Section>
        <Section id="privacy" title={t('place.home.privacy')}>
          <Prose>
            {t('place.home.privacy-text')
              .split('\n')
              .map((line) => (
                <p key={line}>{line}</p>
              ))}
            <p>
              <a href="/smart-school/protection">{t('protection.title')}</a>
            </p>
          </Prose>
        </Section>
      </Stack>
    </>
  )
}

/** A frame with air around all schools, so that no dot stands at the edge. */
function boundsAround(positions: readonly (readonly [number, number])[]): Bounds | undefined {
  if (positions.length === 0) return undefined
  const [lon, lat] = [positions.map(([x]) => x), positions.map(([, y]) => y)]
  return { west: Math.min(...lon) - 0.12, east: Math.max(...lon) + 0.12, south: Math.min(...lat) - 0.07, north: Math.max(...lat) + 0.07 }
}

const columns = (t: PageT): Column<School>[] => [
  { key: 'name', head: t('place.field.name'), rowHead: true, cell: ({ slug, name }) => <a href={schoolHref(slug)}>{name}</a> },
  { key: 'form', head: t('place.school.form'), cell: ({ form }) => formWord(t, form) },
  { key: 'place', head: t('place.school.place'), cell: ({ place }) => place },
  { key: 'pupils', head: t('place.school.pupils'), align: 'end', cell: ({ pupils }) => (pupils === null ? '–' : t.format.number(pupils)) },
  { key: 'area', head: t('place.school.area'), align: 'end', cell: ({ heatedAreaM2 }) => (heatedAreaM2 === null ? '–' : `${t.format.number(heatedAreaM2, 0)}\u00A0m²`) },
]

function SchoolCard({ t, school }: { t: PageT; school: School }) {
  const { pupils, heatedAreaM2 } = school
  return (
    <Card title={school.name} level={3} href={schoolHref(school.slug)}>
      <DescriptionList
        stacked
        entries={[
          { term: t('place.school.form'), value: formWord(t, school.form) },
          ...(school.place === '' ? [] : [{ term: t('place.school.place'), value: school.place }]),
          ...(pupils === null ? [] : [{ term: t('place.school.pupils'), value: t.format.number(pupils) }]),
          ...(heatedAreaM2 === null ? [] : [{ term: t('place.school.area'), value: `${t.format.number(heatedAreaM2, 0)}\u00A0m²` }]),
        ]}
      />
    </Card>
  )
}
