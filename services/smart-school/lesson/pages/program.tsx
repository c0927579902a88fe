import { BarChart, Button, ChartFrame, DataTable, ErrorSummary, Form, FormEnd, Island, LinkButton, Note, PageHead, Section, Stack, Tag, TextArea } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { hexOf, type ChartBar, type CodecTest, type Slip } from '../rules/program.ts'
import { programLimit } from '../schema.ts'
import { LessonEditor } from './lesson-editor.island.tsx'

export type TestResult = { readonly test: CodecTest; readonly outcome: { readonly ok: true } | { readonly ok: false; readonly differences: readonly { field: string; expected: number; got: unknown }[] } | { readonly ok: false; readonly slip: Slip } }
type Common = {
  t: PageT
  csrf: string
  program: string
  /** Why nothing was run: too long, too often. */
  refusal: string | undefined
  mayRun: boolean
  /** The group whose program is kept; undefined: nothing is kept. */
  group: string | undefined
}

/** A slip in words, with the line where it happened. */
function slipText(t: PageT, { kind, name, line }: Slip): string {
  const said = t(`lesson.slip.${kind}`, { name })
  return line === undefined ? said : t('lesson.slip.line', { line, said })
}

export type CodecProps = Common & { results: readonly TestResult[] | undefined; own: readonly { hex: string; shown: string }[]; ownKnown: boolean }

/** Pupils read a sensor's bytes: what each byte means, a program with mistakes, tests, and bytes of the school's own sensor. */
export function CodecLessonPage({ t, csrf, program, refusal, mayRun, group, results, own, ownKnown }: CodecProps) {
  return (
    <>
      <ErrorSummary title={t.count('form.errors', 1)} errors={refusal === undefined ? [] : [{ field: 'program', text: refusal }]} />
      <PageHead title={t('lesson.codec.title')} lead={t('lesson.codec.lead')} />
      <Stack gap="l">
        <Section id="task" title={t('lesson.codec.task')}>
          <Stack>
            <p>{t('lesson.codec.bytes')}</p>
            <DataTable
              id="types"
              caption={t('lesson.codec.types')}
              columns={[
                { key: 'type', head: t('lesson.codec.type'), cell: ([type]) => <code>{type}</code>, rowHead: true },
                { key: 'what', head: t('lesson.codec.what'), cell: (row) => row[1] },
                { key: 'how', head: t('lesson.codec.how'), cell: (row) => row[2] },
              ]}
              rows={[
                ['01', t('lesson.codec.temperature'), t('lesson.codec.how-temperature')],
                ['02', t('lesson.codec.humidity'), t('lesson.codec.how-humidity')],
                ['04', t('lesson.codec.light'), t('lesson.codec.how-light')],
                ['06', t('lesson.codec.co2'), t('lesson.codec.how-co2')],
                ['07', t('lesson.codec.battery'), t('lesson.codec.how-battery')],
              ]}
            />
            <div class="mr-text">
              <ol>
                {(['1', '2', '3', '4', '5'] as const).map((step) => (
                  <li key={step}>{t(`lesson.codec.step-${step}`)}</li>
                ))}
              </ol>
            </div>
          </Stack>
        </Section>
        <Section id="write" title={t('lesson.codec.write')}>
          <Writing t={t} csrf={csrf} action="/smart-school/lesson/codec" program={program} refusal={refusal} mayRun={mayRun} group={group} />
        </Section>
        {results ? (
          <Section id="tests" title={t('lesson.codec.tests')}>
            <Stack>
              <p role="status">{t('lesson.codec.passed', { passed: results.filter(({ outcome }) => outcome.ok).length, all: results.length })}</p>
              <ol class="mr-list mr-stack-s">
                {results.map(({ test, outcome }) => (
                  <li key={test.id}>
                    <Tag kind={outcome.ok ? 'ok' : 'warn'}>{t(outcome.ok ? 'lesson.codec.right' : 'lesson.codec.wrong')}</Tag> <strong>{t(`lesson.codec.test.${test.id}`)}</strong> <code>{hexOf((test.hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)))}</code>
                    {outcome.ok ? null : 'slip' in outcome ? (
                      <p class="mr-error">{slipText(t, outcome.slip)}</p>
                    ) : (
                      <>
                        {outcome.differences.map(({ field, expected, got }) => (
                          <p key={field}>{got === undefined ? t('lesson.codec.is-missing', { field, expected }) : t('lesson.codec.differs', { field, expected, got: shown(t, got) })}</p>
                        ))}
                        <p class="mr-muted">{t(`lesson.codec.hint.${test.id}`)}</p>
                      </>
                    )}
                  </li>
                ))}
              </ol>
            </Stack>
          </Section>
        ) : null}
        <Section id="own" title={t('lesson.codec.own')}>
          {own.length === 0 ? (
            <p>{t(ownKnown ? 'lesson.codec.own-none' : 'lesson.codec.own-sign-in')}</p>
          ) : (
            <Stack>
              <p>{t('lesson.codec.own-text')}</p>
              <DataTable
                id="bytes"
                caption={t('lesson.codec.own')}
                hideCaption
                columns={[
                  { key: 'hex', head: t('lesson.codec.bytes-head'), cell: ({ hex }) => <code>{hex}</code>, rowHead: true },
                  { key: 'shown', head: t('lesson.codec.program-says'), cell: (row) => row.shown },
                ]}
                rows={own}
              />
            </Stack>
          )}
        </Section>
      </Stack>
    </>
  )
}

const shown = (t: PageT, value: unknown): string => (typeof value === 'number' ? t.format.number(value, 4) : (JSON.stringify(value) ?? 'undefined').slice(0, 60))

function Writing({ t, csrf, action, program, refusal, mayRun, group }: Common & { action: string }) {
  if (!mayRun)
    return (
      <Stack>
        <Note level={0} title={t('lesson.program.needs-class')}>
          {t('lesson.program.needs-class-next')}
        </Note>
        <pre class="mr-code__lines" tabindex={0}>
          <code>{program}</code>
        </pre>
        <p>
          <LinkButton href="/smart-school/class">{t('lesson.class.enter')}</LinkButton>
        </p>
      </Stack>
    )
  return (
    <Form action={`${action}#tests`} csrf={csrf}>
      <div class="mr-stack-s">
        <TextArea name="program" label={t('lesson.program.field')} hint={t('lesson.program.hint', { limit: programLimit })} rows={22} value={program} error={refusal} lang="en" />
        <Island name="lesson-editor" of={LessonEditor} props={{ field: 'program', words: { line: t('lesson.program.line') } }} />
      </div>
      <p class="mr-small mr-muted">{group === undefined ? t('lesson.program.not-kept') : t('lesson.program.kept', { group })}</p>
      <FormEnd>
        <Button>{t('lesson.program.run')}</Button>
        <Button kind="quiet" name="reset" value="1">
          {t('lesson.program.reset')}
        </Button>
      </FormEnd>
    </Form>
  )
}

export type ChartLessonProps = Common & { points: number; isPractice: boolean; drawn: { readonly bars: readonly ChartBar[] } | { readonly problem: string } | { readonly slip: Slip } | undefined; log: readonly string[] }

/** Pupils write what a chart shows: `chart(points)` gives labels and values, the platform draws them. */
export function ChartLessonPage({ t, csrf, program, refusal, mayRun, group, points, isPractice, drawn, log }: ChartLessonProps) {
  return (
    <>
      <ErrorSummary title={t.count('form.errors', 1)} errors={refusal === undefined ? [] : [{ field: 'program', text: refusal }]} />
      <PageHead title={t('lesson.chart.title')} lead={t('lesson.chart.lead')} />
      <Stack gap="l">
        <Section id="task" title={t('lesson.codec.task')}>
          <Stack>
            <p>{t(isPractice ? 'lesson.chart.practice' : 'lesson.chart.real', { points })}</p>
            <pre class="mr-code__lines" tabindex={0}>
              <code>{"{ day: '2026-11-23', lesson: 2, room: 'A', value: 1180 }"}</code>
            </pre>
            <div class="mr-text">
              <ol>
                {(['1', '2', '3'] as const).map((step) => (
                  <li key={step}>{t(`lesson.chart.step-${step}`)}</li>
                ))}
              </ol>
            </div>
          </Stack>
        </Section>
        <Section id="write" title={t('lesson.codec.write')}>
          <Writing t={t} csrf={csrf} action="/smart-school/lesson/chart" program={program} refusal={refusal} mayRun={mayRun} group={group} />
        </Section>
        {drawn === undefined ? null : (
          <Section id="tests" title={t('lesson.chart.result')}>
            {'bars' in drawn ? (
              <ChartFrame id="own-chart" finding={t('lesson.chart.finding')} unit={t('lesson.chart.unit')} source={t(isPractice ? 'lesson.chart.source-practice' : 'lesson.chart.source-real')} table={{ heads: [t('lesson.chart.label'), t('lesson.values.value')], rows: drawn.bars.map(({ label, value }) => [label, t.format.number(value)]) }} words={{ asTable: t('lesson.as-table') }}>
                <BarChart label={t('lesson.chart.finding')} bars={drawn.bars} format={(value) => t.format.number(value)} />
              </ChartFrame>
            ) : (
              <Note kind="warn" level={0} title={'problem' in drawn ? drawn.problem : slipText(t, drawn.slip)} />
            )}
            {log.length === 0 ? null : (
              <pre class="mr-code__lines" tabindex={0}>
                <code>{log.join('\n')}</code>
              </pre>
            )}
          </Section>
        )}
      </Stack>
    </>
  )
}
