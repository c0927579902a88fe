import { type Column, DataTable, DescriptionList, LinkButton, MoreLink, Row, Section, Stack } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { Figures } from '../rules/figures.ts'
import type { Adoption, Lesson } from '../schema.ts'

export type AdoptionPanelData = {
  readonly entryId: string
  /** Those that let themselves be named. */
  readonly adopters: readonly (Adoption & { readonly name: string })[]
  readonly lessons: readonly (Lesson & { readonly name: string })[]
  /** Null: fewer than three, none included. */
  readonly unnamed: number | null
  readonly score: number
  readonly effort: Figures | undefined
  readonly once: Figures | undefined
  readonly yearly: Figures | undefined
  /** The town's own use of it, for those who may read it. */
  readonly ownId: string | undefined
  /** The head of the page has the button; this says that it is there. */
  readonly mayAdopt: boolean
  readonly mayReport: boolean
}

/** On the page of an entry: who uses it, what it took them, what they learnt, and the way to take it over. */
export function AdoptionPanel({ t, panel }: { t: T; panel: AdoptionPanelData }) {
  const { adopters, lessons, ownId, mayReport, entryId } = panel
  const figures = [figureOf(t, 'effort', panel.effort), figureOf(t, 'once', panel.once), figureOf(t, 'yearly', panel.yearly)].flatMap((one) => (one ? [one] : []))
  return (
    <Section id="adopters" title={t('adoption.panel.title')}>
      <Stack>
        {mayReport || ownId !== undefined ? (
          <Row>
            {ownId === undefined ? null : <LinkButton kind="quiet" href={`/portfolio/adoption/${ownId}`}>{t('adoption.panel.open-own')}</LinkButton>}
            {mayReport ? <LinkButton kind="quiet" href={`/portfolio/reuse/${entryId}/use`}>{t('adoption.panel.use')}</LinkButton> : null}
          </Row>
        ) : null}
        <p>
          {adopters.length === 0 ? t('adoption.panel.nobody-named') : t.count('adoption.panel.named', adopters.length)} {panel.unnamed === null ? t('adoption.panel.few-unnamed') : t('adoption.panel.unnamed', { count: panel.unnamed })}
        </p>
        {adopters.length === 0 ? null : (
          <DataTable
            id="adopter-list"
            caption={t('adoption.panel.list')}
            rows={adopters}
            rowKey={({ id }) => id}
            columns={[
              { key: 'town', head: t('adoption.column.town'), rowHead: true, cell: ({ name }) => name },
              { key: 'state', head: t('adoption.column.state'), cell: ({ state }) => t(`adoption.state.${state}`) },
              { key: 'since', head: t('adoption.column.since'), nowrap: true, cell: ({ since }) => t.format.date(since, 'medium') },
              { key: 'version', head: t('adoption.column.version'), cell: ({ versionLabel }) => versionLabel || '–' },
              ...reportColumns(t, adopters),
            ]}
          />
        )}
        {figures.length > 0 ? <DescriptionList entries={figures} /> : null}
        <Lessons t={t} kind="worked" lessons={lessons} />
        <Lessons t={t} kind="beware" lessons={lessons} />
        <p>
          {t('adoption.panel.score', { score: panel.score })} <MoreLink href="/portfolio/reuse/score">{t('adoption.panel.score-how')}</MoreLink>
        </p>
      </Stack>
    </Section>
  )
}

// A column that nobody has filled would only push the others out of sight.
function reportColumns(t: T, adopters: AdoptionPanelData['adopters']): Column<AdoptionPanelData['adopters'][number]>[] {
  const all: [Column<AdoptionPanelData['adopters'][number]>, boolean][] = [
    [{ key: 'effort', head: t('adoption.column.effort'), align: 'end', cell: ({ effortDays }) => (effortDays === null ? '–' : t.count('adoption.days', effortDays)) }, adopters.some(({ effortDays }) => effortDays !== null)],
    [{ key: 'once', head: t('adoption.column.once'), align: 'end', cell: ({ onceCents }) => (onceCents === null ? '–' : t.format.money(onceCents)) }, adopters.some(({ onceCents }) => onceCents !== null)],
    [{ key: 'yearly', head: t('adoption.column.yearly'), align: 'end', cell: ({ yearlyCents }) => (yearlyCents === null ? '–' : t.format.money(yearlyCents)) }, adopters.some(({ yearlyCents }) => yearlyCents !== null)],
    [{ key: 'contact', head: t('adoption.column.contact'), cell: ({ contactOffice, contactEmail }) => (contactEmail ? <a href={`mailto:${contactEmail}`}>{contactOffice || contactEmail}</a> : contactOffice || '–') }, adopters.some(({ contactOffice, contactEmail }) => contactOffice !== '' || contactEmail !== null)],
  ]
  return all.flatMap(([column, isFilled]) => (isFilled ? [column] : []))
}

function figureOf(t: T, what: 'effort' | 'once' | 'yearly', figures: Figures | undefined): { term: string; value: string } | undefined {
  if (!figures) return undefined
  const say = (value: number) => (what === 'effort' ? t.count('adoption.days', value) : t.format.money(value))
  return { term: t(`adoption.column.${what}`), value: t('adoption.panel.figures', { median: say(figures.median), least: say(figures.least), most: say(figures.most), count: figures.count }) }
}

function Lessons({ t, kind, lessons }: { t: T; kind: Lesson['kind']; lessons: AdoptionPanelData['lessons'] }) {
  const those = lessons.filter((one) => one.kind === kind)
  if (those.length === 0) return null
  return (
    <Stack gap="s">
      <h3>{t(`adoption.lesson.${kind}`)}</h3>
      {those.map(({ adoptionId, name, text }) => (
        <blockquote key={adoptionId} class="mr-text">
          {text.split('\n').map((line, at) => (
            <p key={at}>{line}</p>
          ))}
          <p class="mr-muted">{name}</p>
        </blockquote>
      ))}
    </Stack>
  )
}
