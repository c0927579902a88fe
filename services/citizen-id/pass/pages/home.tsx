import { Card, DescriptionList, Grid, Island, LinkButton, MoreLink, Note, PageHead, Row, Section, Stack, Tag } from '@modellregion/ui'
import type { Use } from '../../cockpit/schema.ts'
import type { PageT } from '../../locales/index.ts'
import type { Level } from '../../person/schema.ts'
import type { PassRequest } from '../schema.ts'
import { PassApp } from './pass-app.island.tsx'
import { CodeForm } from './scan.tsx'

type Done = 'set-up' | 'lifted' | 'joined' | undefined

export type HomeProps = {
  t: PageT
  csrf: string
  town: string
  name: string
  passes: readonly { id: string; name: string; level: Level; until: Date | undefined }[]
  uses: readonly Use[]
  waiting: readonly PassRequest[]
  /** An identity was proved in this very session a moment ago. */
  canLift: boolean
  done: Done
}

/** The home of the Pass: what waits, the code, who I am and how surely, and what was last. */
export function Home({ t, csrf, town, name, passes, uses, waiting, canLift, done }: HomeProps) {
  return (
    <>
      {done === undefined ? null : <Note kind="ok" role="status" level={0} title={t(`pass.done.${done}`)} />}
      <PageHead title={t('pass.title')} lead={t('pass.lead')} />
      <Stack gap="l">
        {waiting.map((request) => (
          <Note key={request.id} kind="warn" title={t('pass.waits', { asking: request.context.clientName || town })} role="status">
            <Row>
              <LinkButton href={`/pass/request/${request.id}`}>{t('pass.open-go')}</LinkButton>
            </Row>
          </Note>
        ))}
        {canLift ? (
          <Note title={t('pass.lift-now')}>
            <p>{t('pass.lift-now-text')}</p>
            <Row>
              <LinkButton href="/pass/lift" kind="quiet">
                {t('pass.lift')}
              </LinkButton>
            </Row>
          </Note>
        ) : null}
        {passes.length === 0 ? (
          <Section title={t('pass.none')} id="none">
            <Stack gap="s">
              <p>{t('pass.none-text')}</p>
              <Row>
                <LinkButton href="/pass/set-up">{t('pass.set-up')}</LinkButton>
              </Row>
            </Stack>
          </Section>
        ) : (
          <Enter t={t} csrf={csrf} />
        )}
        <Section title={t('pass.me')} id="me">
          <Stack gap="m">
            <DescriptionList entries={[{ term: t('pass.name'), value: name }]} />
            <Grid>
              {passes.map((one) => (
                <Card key={one.id} title={one.name} level={3} href={`/citizen-id/devices/${one.id}`}>
                  <p>
                    <Tag kind={one.level === 'low' ? 'plain' : 'ok'} icon={one.level === 'low' ? undefined : 'shield'}>
                      {one.until === undefined ? t('passkey.level', { level: t(`level.${one.level}`) }) : t('passkey.level-until', { level: t(`level.${one.level}`), until: one.until })}
                    </Tag>
                  </p>
                </Card>
              ))}
            </Grid>
            {passes.length > 0 ? (
              <Row>
                <LinkButton href="/pass/pair" kind="quiet" icon="plus">
                  {t('pass.pair')}
                </LinkButton>
              </Row>
            ) : null}
          </Stack>
        </Section>
        <Section title={t('pass.recent')} id="recent">
          {uses.length === 0 ? (
            <p>{t('pass.recent-none')}</p>
          ) : (
            <ul>
              {uses.map((use) => (
                <li key={use.id}>{t('pass.recent-line', { office: use.clientName, at: use.createdAt })}</li>
              ))}
            </ul>
          )}
          <MoreLink href="/citizen-id/uses">{t('pass.recent-all')}</MoreLink>
        </Section>
      </Stack>
      <Island name="pass-app" of={PassApp} props={{}} />
    </>
  )
}

function Enter({ t, csrf }: { t: PageT; csrf: string }) {
  return (
    <Section title={t('pass.enter')} id="enter">
      <Stack gap="m">
        <Row>
          <LinkButton href="/pass/scan#camera">{t('pass.camera')}</LinkButton>
        </Row>
        <CodeForm t={t} csrf={csrf} error={undefined} typed="" />
      </Stack>
    </Section>
  )
}

/** Without a session: the key works all the same, and here is how to get one. */
export function GuestHome({ t, csrf, done }: { t: PageT; csrf: string; done: Done }) {
  return (
    <>
      {done === undefined ? null : <Note kind="ok" role="status" level={0} title={t(`pass.done.${done}`)} />}
      <PageHead title={t('pass.title')} lead={t('pass.lead')} />
      <Stack gap="l">
        <Enter t={t} csrf={csrf} />
        <Section title={t('pass.set-up')} id="set-up">
          <Stack gap="s">
            <p>{t('pass.set-up-how')}</p>
            <Row>
              <LinkButton href="/pass/set-up" kind="quiet">
                {t('pass.set-up')}
              </LinkButton>
              <LinkButton href="/sign-in?return=%2Fpass" kind="bare">
                {t('session.sign-in')}
              </LinkButton>
            </Row>
          </Stack>
        </Section>
      </Stack>
      <Island name="pass-app" of={PassApp} props={{}} />
    </>
  )
}

export function OfflinePage({ t }: { t: PageT }) {
  return (
    <>
      <PageHead title={t('pass.offline')} lead={t('pass.offline-text')} />
      <Row>
        <LinkButton href="/pass">{t('pass.offline-again')}</LinkButton>
      </Row>
    </>
  )
}
