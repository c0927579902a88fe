import { Button, DataTable, DescriptionList, Form, LinkButton, Note, PageHead, Row, Section, Stack, Tag, type Entry } from '@modellregion/ui'
import type { PlainDate } from '@modellregion/standards'
import type { PageT } from '../../locales/index.ts'
import { trainingState } from '../rules.ts'
import type { Training } from '../schema.ts'
import type { Shown } from '../view.ts'
import { Done, hoursIn, languagesIn, Portrait, StandingTag, Topics } from './parts.tsx'

export type PersonProps = {
  t: PageT
  csrf: string
  done: string | undefined
  base: string
  isHead: boolean
  shown: Shown
  training: readonly Training[]
  substitute: string | undefined
  /** Towns that the person serves, by name. */
  towns: readonly string[]
  /** Keys of everybody in the town, for confidants. */
  colleagues: readonly Shown[]
  today: PlainDate
}

/** One confidant: for the head of the office, or for themself. */
export function PersonPage(props: PersonProps) {
  const { t, done, base, isHead, shown } = props
  const { confidant, standing } = shown
  return (
    <>
      <Done t={t} done={done} />
      <PageHead title={isHead ? confidant.name : t('office.me-title')} lead={isHead ? undefined : t('office.me-lead')}>
        <Row>
          <StandingTag t={t} standing={standing} until={confidant.absentUntil} />
          {confidant.holder ? <Tag>{t('office.holder')}</Tag> : null}
        </Row>
        <p>{t('office.serves', { towns: props.towns })}</p>
      </PageHead>
      <Stack gap="l">
        <Section title={t('office.part.profile')} id="profile">
          <Stack>
            <Portrait photo={shown.photo} photoText={confidant.photoText} size={128} />
            <DescriptionList entries={profileEntries(t, shown)} />
            <Row>
              <LinkButton kind="quiet" icon="edit" href={`${base}/profile`}>
                {t('office.profile-change')}
              </LinkButton>
              <LinkButton kind="quiet" href={`${base}/photo`}>
                {t('office.photo-change')}
              </LinkButton>
            </Row>
          </Stack>
        </Section>
        <Absence {...props} />
        <TrainingLog {...props} />
        <Keys {...props} />
        {isHead ? (
          <p>
            <LinkButton kind="quiet" href={`${base}/end`}>
              {t('office.end')}
            </LinkButton>
          </p>
        ) : null}
      </Stack>
    </>
  )
}

const profileEntries = (t: PageT, { confidant }: Shown): Entry[] => [
  { term: t('office.name'), value: confidant.name },
  ...(confidant.unit === '' ? [] : [{ term: t('office.unit'), value: confidant.unit }]),
  ...(confidant.about === '' ? [] : [{ term: t('office.about'), value: confidant.about }]),
  { term: t('office.languages'), value: languagesIn(t, confidant.languages) },
  { term: t('office.topics'), value: <Topics t={t} topics={confidant.topics} /> },
  { term: t('office.hours'), value: hoursIn(t, confidant.hours) },
]

function Absence({ t, csrf, base, shown: { confidant }, substitute }: PersonProps) {
  const { absentFrom, absentUntil } = confidant
  return (
    <Section title={t('office.part.absence')} id="absence">
      <Stack>
        <p>
          {absentFrom === null || absentUntil === null ? t('office.absence-none') : t('office.absence-now', { from: absentFrom, until: absentUntil })}
          <br />
          {substitute === undefined ? t('office.substitute-none') : t('office.substitute-is', { name: substitute })}
        </p>
        <Row>
          <LinkButton kind="quiet" icon="calendar" href={`${base}/absence`}>
            {t('office.absence-change')}
          </LinkButton>
          {absentFrom === null ? null : (
            <Form action={`${base}/absence/end`} csrf={csrf} bare>
              <Button kind="quiet">{t('office.absence-end')}</Button>
            </Form>
          )}
        </Row>
      </Stack>
    </Section>
  )
}

function TrainingLog({ t, csrf, base, training, today }: PersonProps) {
  return (
    <Section title={t('office.part.training')} id="training">
      <Stack>
        <p>{t('office.training-lead')}</p>
        <DataTable
          id="training-table"
          caption={t('office.part.training')}
          hideCaption
          rows={training}
          rowKey={({ id }) => id}
          empty={<p>{t('office.training-empty')}</p>}
          columns={[
            { key: 'title', head: t('office.training-what'), rowHead: true, cell: (row) => row.title },
            { key: 'on', head: t('office.training-when'), nowrap: true, cell: ({ doneOn }) => t.format.date(doneOn, 'medium') },
            { key: 'until', head: t('office.training-until'), cell: (row) => <Until t={t} row={row} today={today} /> },
            { key: 'source', head: t('office.training-source'), cell: ({ source }) => t(`office.training-source.${source}`) },
            {
              key: 'remove',
              head: t('office.training-remove'),
              cell: ({ id, source, title }) =>
                source === 'course' ? null : (
                  <Form action={`${base}/training/${id}/remove`} csrf={csrf} bare>
                    <Button kind="bare" small id={`remove-${id}`}>
                      {t('office.training-remove-one')}
                      <span class="mr-vh">: {title}</span>
                    </Button>
                  </Form>
                ),
            },
          ]}
        />
        <p>
          <LinkButton kind="quiet" icon="plus" href={`${base}/training`}>
            {t('office.training-add')}
          </LinkButton>
        </p>
      </Stack>
    </Section>
  )
}

function Until({ t, row, today }: { t: PageT; row: Training; today: PlainDate }) {
  const state = trainingState(row, today)
  return (
    <>
      {row.validUntil === null ? t('office.training-unlimited') : t.format.date(row.validUntil, 'medium')} {state === 'valid' ? null : <Tag kind="warn">{t(`office.training-state.${state}`)}</Tag>}
    </>
  )
}

function Keys({ t, isHead, shown: { keys }, colleagues }: PersonProps) {
  return (
    <Section title={t('office.part.keys')} id="keys">
      <Stack>
        {keys ? (
          <p>
            {t('office.keys-since', keys)}
            <br />
            {t('office.check-words')}: <strong lang="de">{keys.words.join(' ')}</strong>
          </p>
        ) : (
          <p>{t('office.state.no-keys')}</p>
        )}
        <p class="mr-small mr-muted">{t('office.keys-lost')}</p>
        {isHead ? null : (
          <>
            <h3>{t('office.keys-all')}</h3>
            <p>{t('office.keys-all-why')}</p>
            <DataTable
              id="keys-table"
              caption={t('office.keys-all')}
              hideCaption
              rows={colleagues.filter((one) => one.keys !== undefined)}
              rowKey={({ confidant }) => confidant.id}
              columns={[
                { key: 'name', head: t('office.name'), rowHead: true, cell: ({ confidant }) => confidant.name },
                { key: 'keys', head: t('office.keys'), cell: ({ keys: theirs }) => (theirs ? t('office.keys-since', theirs) : '') },
                { key: 'words', head: t('office.check-words'), cell: ({ keys: theirs }) => <span lang="de">{theirs?.words.join(' ')}</span> },
              ]}
            />
          </>
        )}
      </Stack>
    </Section>
  )
}

/** Somebody has the role, and nobody has entered a profile for them. */
export function NoProfilePage({ t }: { t: PageT }) {
  return (
    <>
      <PageHead title={t('office.me-title')} />
      <Note kind="warn" title={t('office.me-none')}>
        {t('office.me-none-text')}
      </Note>
    </>
  )
}
