import { Button, Form, FormEnd, PageHead, Radios, Section, Stack } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import { accountHref } from '../links.ts'
import { statementKinds, type Statement } from '../schema.ts'
import { StatementTable } from './account.tsx'
import { Day, field, Mistakes, type FormView } from './parts.tsx'

/** All statements of an account, and a new one. */
export const StatementsPage = (props: FormView & { project: string; purpose: string; statements: readonly Statement[]; mayWrite: boolean }) => {
  const { t, project } = props
  return (
    <>
      <Mistakes {...props} />
      <PageHead title={t('grant.statements.of', { purpose: props.purpose })} />
      <Stack gap="l">
        <StatementTable t={t} project={project} statements={props.statements} />
        {props.mayWrite ? (
          <Section id="new" title={t('grant.statement.new')}>
            <Form action={accountHref(project, '/statement')} csrf={props.csrf} hidden={{ key: typedOf(props.typed, 'key') }}>
              <Radios {...field(props, 'kind')} label={t('grant.statement.kind')} choices={statementKinds.map((value) => ({ value, label: t(`grant.statement.kind.${value}`) }))} />
              <Day view={props} name="fromDay" label={t('grant.statement.fromDay')} />
              <Day view={props} name="untilDay" label={t('grant.statement.untilDay')} />
              <FormEnd>
                <Button>{t('grant.statement.new')}</Button>
              </FormEnd>
            </Form>
          </Section>
        ) : null}
      </Stack>
    </>
  )
}
