import { Button, Checkboxes, DataTable, Form, FormEnd, LinkButton, Note, Panel, Radios, Row, Tabs, Tag, TextArea, TextField, type BrandPair, type Tab } from '@modellregion/ui'
import type { Typed } from '../../forms/index.ts'
import type { Say } from '../../i18n/index.ts'
import type { KernelWords } from '../../locales/index.ts'
import type { Tenant } from '../../tenancy/index.ts'
import type { Errors } from '../../forms/errors.ts'
import { tickedOf, typedOf } from '../../forms/typed.ts'
import { townLabel, type TownField } from '../town-labels.ts'
import { Console } from './console.tsx'

export type TownProps = { t: Say<KernelWords>; csrf: string; town: Tenant; address: string; typed: Typed; errors: Errors; done: string | undefined }

export const townTabs = (t: Say<KernelWords>, id: string, current: 'general' | 'brand' | 'services'): Tab[] => [
  { href: `/admin/towns/${id}`, label: t('admin.town-general'), current: current === 'general' },
  { href: `/admin/towns/${id}/brand`, label: t('admin.brand'), current: current === 'brand' },
  { href: `/admin/towns/${id}/services`, label: t('admin.services'), current: current === 'services' },
]

const openTown = (t: Say<KernelWords>, town: Tenant, address: string) => (
  <Row>
    <LinkButton kind="quiet" href={address}>
      {t('admin.town-open', { town: town.name })}
    </LinkButton>
  </Row>
)

/** Details, contact, languages and manner of speaking. */
export function TownPage({ t, csrf, town, address, typed, errors, done }: TownProps) {
  const field = (name: TownField) => ({ name, label: townLabel(t, name), value: typedOf(typed, name), error: errors[name] })
  const optional = t('form.optional')
  return (
    <Console t={t} title={`${town.kind} ${town.name}`} errors={errors} done={done} actions={openTown(t, town, address)}>
      <Tabs label={town.name} tabs={townTabs(t, town.id, 'general')} />
      <Form action={`/admin/towns/${town.id}`} csrf={csrf}>
        <TextField {...field('name')} maxLength={100} />
        <TextField {...field('kind')} hint={t('admin.town-kind-hint')} width={20} maxLength={40} />
        <TextField {...field('ags')} hint={t('admin.town-ags-hint')} numeric width={10} maxLength={8} />
        <TextField {...field('postcodes')} hint={t('admin.town-postcodes-hint')} optional={optional} maxLength={1_000} />
        <TextArea {...field('hosts')} hint={t('admin.town-hosts-hint', { example: 'portal.musterstadt.de' })} optional={optional} rows={3} maxLength={2_000} />
        <Checkboxes
          name="locales"
          label={t('admin.town-locales')}
          values={tickedOf(typed, 'locales')}
          error={errors['locales']}
          choices={[
            { value: 'de', label: t('admin.town-locale-de') },
            { value: 'en', label: t('admin.town-locale-en') },
            { value: 'de-x-leicht', label: t('admin.town-locale-easy') },
          ]}
        />
        <Radios
          {...field('addressForm')}
          choices={[
            { value: 'sie', label: t('admin.town-form-sie') },
            { value: 'du', label: t('admin.town-form-du') },
          ]}
        />
        <Radios
          {...field('gender')}
          hint={t('admin.town-gender-hint')}
          choices={[
            { value: 'neutral', label: t('admin.town-gender-neutral') },
            { value: 'pair', label: t('admin.town-gender-pair') },
            { value: 'star', label: t('admin.town-gender-star') },
            { value: 'colon', label: t('admin.town-gender-colon') },
          ]}
        />
        <h2>{t('admin.town-contact')}</h2>
        <TextField {...field('office')} optional={optional} maxLength={200} />
        <TextField {...field('address')} optional={optional} maxLength={300} />
        <TextField {...field('hours')} optional={optional} maxLength={300} />
        <TextField {...field('phone')} optional={optional} type="tel" width={20} maxLength={60} />
        <TextField {...field('mail')} optional={optional} type="email" hint={t('admin.town-mail-hint')} maxLength={320} />
        <TextField {...field('responsible')} optional={optional} maxLength={300} />
        <TextField {...field('dataProtection')} optional={optional} type="email" maxLength={320} />
        <FormEnd>
          <Button>{t('admin.save')}</Button>
        </FormEnd>
      </Form>
    </Console>
  )
}

type BrandProps = TownProps & { pairs: readonly BrandPair[]; previewed: boolean; /** Sheet of the colours that are looked at. */ sheet: string; marks: readonly string[]; motifs: readonly string[] }

/** The look of the town: values, preview on the very page, and every contrast as a number. */
export function BrandPage(props: BrandProps) {
  const { t, csrf, town, address, typed, errors, done, pairs, previewed, sheet } = props
  const field = (name: TownField) => ({ name, label: townLabel(t, name), value: typedOf(typed, name), error: errors[name] })
  const tightest = pairs.toSorted((a, b) => a.ratio / a.min - b.ratio / b.min)
  const bad = tightest.filter(({ ratio, min }) => ratio < min)
  return (
    <Console t={t} title={`${town.kind} ${town.name}`} lead={t('admin.brand-lead')} errors={errors} done={done} actions={openTown(t, town, address)}>
      <link rel="stylesheet" href={sheet} />
      <Tabs label={town.name} tabs={townTabs(t, town.id, 'brand')} />
      {previewed ? <Note level={2} role="status" title={t('admin.brand-previewed')} /> : null}
      <Panel title={t('admin.brand-sample')}>
        <p>
          <a href={address}>{t('admin.brand-sample-text')}</a>
        </p>
        <Row>
          <img src={`/brand/${typedOf(typed, 'mark')}-mark.svg`} alt={`${t('admin.brand-mark')}: ${typedOf(typed, 'mark')}`} width={48} height={48} />
          <img src={`/brand/${typedOf(typed, 'motif')}-motif.svg`} alt={`${t('admin.brand-motif')}: ${typedOf(typed, 'motif')}`} width={155} height={100} />
        </Row>
      </Panel>
      <Form action={`/admin/towns/${town.id}/brand`} csrf={csrf}>
        <TextField {...field('h')} hint={t('admin.brand-hue-hint')} width={4} numeric />
        <TextField {...field('c')} hint={t('admin.brand-chroma-hint')} width={4} />
        <TextField {...field('accentH')} hint={t('admin.brand-hue-hint')} width={4} numeric />
        <TextField {...field('accentC')} hint={t('admin.brand-chroma-hint')} width={4} />
        <TextField {...field('radius')} hint={t('admin.brand-radius-hint')} width={2} numeric />
        <Radios {...field('mark')} choices={props.marks.map((value) => ({ value, label: value }))} />
        <Radios {...field('motif')} choices={props.motifs.map((value) => ({ value, label: value }))} />
        <FormEnd>
          <Button>{t('admin.save')}</Button>
          <Button kind="quiet" formAction={`/admin/towns/${town.id}/brand/preview`}>
            {t('admin.brand-preview')}
          </Button>
        </FormEnd>
      </Form>
      <Note kind={bad.length === 0 ? 'ok' : 'bad'} level={2} title={bad.length === 0 ? t('admin.brand-ok') : t('admin.brand-not-ok')}>
        {tightest[0] ? t('admin.brand-contrast', { ratio: tightest[0].ratio, needed: tightest[0].min }) : null}
      </Note>
      <DataTable
        id="pairs"
        caption={t('admin.brand-pairs')}
        rows={tightest.slice(0, 12)}
        rowKey={({ name, scheme }) => `${name} ${scheme}`}
        columns={[
          { key: 'pair', head: t('admin.brand-pair'), rowHead: true, cell: ({ name }) => <code lang="en">{name}</code> },
          { key: 'scheme', head: t('admin.brand-scheme'), cell: ({ scheme }) => (scheme === 'dark' ? t('frame.display-dark') : t('frame.display-light')) },
          { key: 'ratio', head: t('admin.brand-ratio'), align: 'end', cell: ({ ratio }) => t.format.number(ratio, 1) },
          { key: 'min', head: t('admin.brand-needed'), align: 'end', cell: ({ min }) => t.format.number(min, 1) },
          { key: 'ok', head: t('admin.result'), cell: ({ ratio, min }) => <Tag kind={ratio >= min ? 'ok' : 'bad'}>{ratio >= min ? t('admin.brand-pair-ok') : t('admin.brand-pair-bad')}</Tag> },
        ]}
      />
    </Console>
  )
}

type ServicesProps = Omit<TownProps, 'typed'> & { services: readonly { id: string; name: string; sentence: string; own: string; enabled: boolean; version: string }[] }

/** Which services the town has, and what it calls them. */
export function TownServicesPage({ t, csrf, town, address, errors, done, services }: ServicesProps) {
  return (
    <Console t={t} title={`${town.kind} ${town.name}`} lead={t('admin.services-lead')} errors={errors} done={done} actions={openTown(t, town, address)}>
      <Tabs label={town.name} tabs={townTabs(t, town.id, 'services')} />
      {services.length === 0 ? (
        <p>{t('admin.services-none')}</p>
      ) : (
        <Form action={`/admin/towns/${town.id}/services`} csrf={csrf}>
          <Checkboxes
            name="services"
            label={t('admin.services-on')}
            hint={t('admin.service-disable-text')}
            values={services.filter(({ enabled }) => enabled).map(({ id }) => id)}
            choices={services.map(({ id, name, sentence, version }) => ({ value: id, label: `${name} (${version})`, hint: sentence }))}
          />
          {services.map((service) => (
            <TextField
              key={service.id}
              name={`name-${service.id}`}
              label={`${t('admin.service-name')}: ${service.name}`}
              hint={t('admin.services-name-hint')}
              optional={t('form.optional')}
              value={service.own}
              error={errors[`name-${service.id}`]}
              maxLength={60}
            />
          ))}
          <FormEnd>
            <Button>{t('admin.save')}</Button>
          </FormEnd>
        </Form>
      )}
    </Console>
  )
}
