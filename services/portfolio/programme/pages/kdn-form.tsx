import { Button, ConfirmPage, Form, LinkButton, TextArea, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { projectPath } from '../record.ts'
import { kdnFields, type KdnField, type Project } from '../schema.ts'
import { Shell, type FormProps } from './forms.tsx'

const short: readonly KdnField[] = ['transferFrom', 'categories', 'grantee', 'region']

/** The fields of the KDN database that have no other place: what is special, who gains, what can be taken over, from when, by whom. */
export function KdnPage(props: FormProps & { project: Project; since: string }) {
  const { t, typed, errors, project } = props
  return (
    <Shell {...props} title={t('programme.do.kdn')} lead={t('programme.kdn.lead', { name: project.name })} action={`${projectPath(project.slug)}/kdn`} back={projectPath(project.slug)} send={t('action.save')}>
      {kdnFields.map((name) => {
        const field = { name, label: t(`programme.kdn.${name}`), optional: t('form.optional'), hint: t(`programme.kdn.hint.${name}`), value: typedOf(typed, name), error: errors[name] }
        return short.includes(name) ? <TextField key={name} {...field} /> : <TextArea key={name} {...field} rows={4} />
      })}
    </Shell>
  )
}

/** Asked before an idea vanishes. */
export const RemovePage = ({ t, csrf, project }: { t: PageT; csrf: string; project: Pick<Project, 'slug' | 'name'> }) => (
  <ConfirmPage title={t('programme.remove.question', { name: project.name })} text={t('programme.remove.text')}>
    <Form action={`${projectPath(project.slug)}/remove`} csrf={csrf} bare>
      <Button kind="danger">{t('programme.remove.do')}</Button>
    </Form>
    <LinkButton kind="quiet" href={projectPath(project.slug)}>
      {t('programme.remove.keep')}
    </LinkButton>
  </ConfirmPage>
)
