import { Accordion, Button, EmptyState, Form, Note, Row, Section, Stack, type NoteKind } from '@modellregion/ui'
import type { T } from '../../locales/index.ts'
import type { FindingView } from '../finding-view.ts'

const kinds: Readonly<Record<FindingView['severity'], NoteKind>> = { stop: 'bad', warn: 'warn', done: 'ok', note: 'info' }

type Props = { t: T; csrf: string; path: string; findings: readonly FindingView[]; open: boolean }

/** What was found: what needs a look stands open, how the file was understood is folded. */
export function Findings(props: Props) {
  const { t, findings } = props
  const pressing = findings.filter(({ severity }) => severity === 'stop' || severity === 'warn')
  const others = findings.filter(({ severity }) => severity === 'done' || severity === 'note')
  return (
    <Section id="findings" title={t('load.findings')}>
      <Stack>
        {pressing.length === 0 ? <EmptyState icon="ok" title={t('load.findings-none')} text={t('load.findings-none-text')} /> : null}
        {pressing.map((finding) => (
          <One key={finding.index} {...props} finding={finding} />
        ))}
        {others.length > 0 ? (
          <Accordion
            items={[
              {
                title: t('load.notes', { n: others.length }),
                body: (
                  <Stack>
                    {others.map((finding) => (
                      <One key={finding.index} {...props} finding={finding} />
                    ))}
                  </Stack>
                ),
              },
            ]}
          />
        ) : null}
      </Stack>
    </Section>
  )
}

function One({ t, csrf, path, open, finding }: Props & { finding: FindingView }) {
  const { index, severity, title, advice, lines, fix } = finding
  return (
    <Note kind={kinds[severity]} level={3} title={title}>
      <p>{advice}</p>
      {lines ? <p class="mr-small mr-muted mr-num">{lines}</p> : null}
      {open && severity !== 'stop' ? (
        <Row>
          {fix ? (
            <Form action={`${path}/fix`} csrf={csrf} hidden={{ finding: String(index), code: finding.code }} label={`${title}: ${fix}`} bare>
              <Button kind="quiet" small>
                {fix}
              </Button>
            </Form>
          ) : null}
          {severity === 'warn' ? (
            <Form action={`${path}/accept`} csrf={csrf} hidden={{ code: finding.code }} label={`${title}: ${t('load.accept')}`} bare>
              <Button kind="bare" small icon="ok">
                {t('load.accept')}
              </Button>
            </Form>
          ) : null}
        </Row>
      ) : null}
    </Note>
  )
}
