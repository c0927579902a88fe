import { Accordion, Button, DataTable, ErrorSummary, Form, FormEnd, LinkButton, PageHead, Stack, TextArea, TextField } from '@modellregion/ui'
import { typedOf, type FormErrors, type Typed } from '@modellregion/kernel/rules'
import { quantities, quantityOf, type QuantityId } from '../../quantity/quantity.ts'
import type { PageT } from '../../locales/index.ts'

export type WriteCodecProps = { t: PageT; csrf: string; title: string; action: string; cancel: string; typed: Typed; errors: FormErrors; refusal: string | undefined }

const ids = Object.keys(quantities) as QuantityId[] // the keys of that very object

export function WriteCodecPage({ t, csrf, title, action, cancel, typed, errors, refusal }: WriteCodecProps) {
  const text = (name: string) => ({ name, value: typedOf(typed, name), error: errors[name] })
  return (
    <>
      <ErrorSummary title={t('codec.form.errors')} errors={[...(refusal ? [{ text: refusal }] : []), ...Object.entries(errors).map(([field, message]) => ({ field, text: message }))]} />
      <PageHead title={title} />
      <Stack gap="l">
        <Form action={action} csrf={csrf}>
          <TextField {...text('name')} label={t('codec.form.name')} maxLength={80} />
          <TextField {...text('maker')} label={t('codec.form.maker')} maxLength={60} width={20} />
          <TextField {...text('model')} label={t('codec.form.model')} hint={t('codec.form.model-hint')} maxLength={60} width={20} />
          <TextArea {...text('program')} label={t('codec.form.program')} hint={t('codec.form.program-hint')} rows={18} lang="en" />
          <TextArea {...text('mapping')} label={t('codec.form.mapping')} hint={t('codec.form.mapping-hint')} optional={t('codec.form.optional')} rows={4} lang="en" />
          <TextArea {...text('examples')} label={t('codec.form.examples')} hint={t('codec.form.examples-hint')} rows={8} lang="en" />
          <TextField {...text('note')} label={t('codec.form.note')} optional={t('codec.form.optional')} maxLength={300} />
          <FormEnd>
            <Button>{t('codec.form.save')}</Button>
            <LinkButton kind="bare" href={cancel}>
              {t('action.cancel')}
            </LinkButton>
          </FormEnd>
        </Form>
        <Accordion items={[{ title: t('codec.form.quantities'), body: <Quantities t={t} /> }]} />
      </Stack>
    </>
  )
}

const Quantities = ({ t }: { t: PageT }) => (
  <DataTable
    id="quantities"
          caption={t('codec.form.quantities')}
          hideCaption
          rows={ids}
          rowKey={(id) => id}
          columns={[
            { key: 'name', head: t('codec.form.quantity'), rowHead: true, cell: (id) => <code>{id}</code> },
            { key: 'label', head: t('codec.form.quantity-label'), cell: (id) => quantityOf(id).label[t.locale === 'en' ? 'en' : 'de'] },
            { key: 'unit', head: t('codec.form.quantity-unit'), cell: (id) => (quantityOf(id).kind === 'state' ? t('codec.form.state-unit') : quantityOf(id).unit?.symbol || '–') },
          ]}
  />
)
