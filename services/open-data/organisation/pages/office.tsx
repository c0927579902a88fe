import { Button, DataTable, EmptyState, ErrorSummary, Form, FormEnd, PageHead, Section, Stack, TextArea, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import type { OrganisationRow } from '../../dataset/schema.ts'
import type { PageT } from '../../locales/index.ts'

const path = '/open-data/offices'
type Common = { t: PageT; csrf: string; typed: Typed; errors: FormErrors }

export type OfficeListProps = Common & { offices: readonly (OrganisationRow & { datasets: number })[] }

/** All offices that publish or may, and a form for a new one. */
export function OfficeListPage({ t, csrf, typed, errors, offices }: OfficeListProps) {
  return (
    <>
      <Errors t={t} errors={errors} />
      <PageHead title={t('office.title')} lead={t('office.lead')} />
      <Stack>
        <DataTable
          id="offices"
          caption={t('office.title')}
          hideCaption
          rows={offices}
          empty={<EmptyState level={2} icon="building" title={t('organisation.none')} text={t('office.none-next')} />}
          columns={[
            { key: 'title', head: t('office.field.title'), rowHead: true, cell: ({ name, title }) => <a href={`${path}/${name}`}>{title}</a> },
            { key: 'datasets', head: t('office.datasets'), align: 'end', cell: ({ datasets }) => t.format.number(datasets) },
          ]}
        />
        <Section id="new" title={t('office.new')}>
          <Form action={path} csrf={csrf}>
            <TextField name="title" label={t('office.field.title')} value={typedOf(typed, 'title')} error={errors['title']} maxLength={160} />
            <TextField name="email" label={t('office.field.email')} hint={t('office.hint.email')} optional={t('form.optional')} value={typedOf(typed, 'email')} error={errors['email']} maxLength={200} />
            <TextArea name="description" label={t('office.field.description')} optional={t('form.optional')} value={typedOf(typed, 'description')} error={errors['description']} maxLength={1_000} />
            <FormEnd>
              <Button>{t('office.add')}</Button>
            </FormEnd>
          </Form>
        </Section>
      </Stack>
    </>
  )
}

export type OfficeMember = { id: string; name: string; roles: readonly string[] }
export type OfficeProps = Common & { office: OrganisationRow; members: readonly OfficeMember[] }

/** One office and the people who write its data. */
export function OfficePage({ t, csrf, typed, errors, office, members }: OfficeProps) {
  const own = `${path}/${office.name}`
  return (
    <>
      <Errors t={t} errors={errors} />
      <PageHead title={office.title} lead={t('office.members-lead')} />
      <Stack>
        <DataTable
          id="members"
          caption={t('office.members')}
          rows={members}
          empty={<EmptyState level={2} icon="people" title={t('office.no-members')} text={t('office.no-members-next')} />}
          columns={[
            { key: 'name', head: t('office.field.person'), rowHead: true, cell: ({ name }) => name },
            { key: 'roles', head: t('office.roles'), cell: ({ roles }) => roles.map((role) => t.find(`service.role.${role}`) ?? t.find(`identity.role.${role}`) ?? role).join(', ') },
            {
              key: 'release',
              head: t('office.release-head'),
              cell: ({ id, name }) => (
                <Form action={`${own}/release/${id}`} csrf={csrf} bare label={t('office.release-of', { name })}>
                  <Button kind="quiet">{t('office.release')}</Button>
                </Form>
              ),
            },
          ]}
        />
        <Section id="admit" title={t('office.admit')}>
          <Form action={`${own}/admit`} csrf={csrf}>
            <TextField name="person" label={t('office.field.person')} hint={t('office.hint.person')} value={typedOf(typed, 'person')} error={errors['person']} maxLength={200} />
            <FormEnd>
              <Button>{t('office.admit-button')}</Button>
            </FormEnd>
          </Form>
        </Section>
        <p>
          <a href={path}>{t('office.all')}</a>
        </p>
      </Stack>
    </>
  )
}

function Errors({ t, errors }: { t: PageT; errors: FormErrors }) {
  const listed = Object.entries(errors).map(([field, text]) => ({ field, text }))
  return listed.length > 0 ? <ErrorSummary title={t.count('form.errors', listed.length)} errors={listed} /> : null
}
