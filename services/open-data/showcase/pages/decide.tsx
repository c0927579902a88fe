import { Button, DescriptionList, Form, FormEnd, LinkButton, PageHead, Panel, Stack, TextField } from '@modellregion/ui'
import { typedOf } from '@modellregion/kernel/rules'
import { Mistakes, Paragraphs } from '../../form/pages/parts.tsx'
import type { FormProps } from '../../form/props.ts'
import type { DatasetSummary } from '../../dataset/schema.ts'
import type { Submission } from '../schema.ts'

/** An editor reads what somebody has handed in, and shows it or gives it back with a reason. */
export function DecidePage(props: FormProps & { showcase: Submission; datasets: readonly DatasetSummary[] }) {
  const { t, csrf, typed, errors, showcase, datasets } = props
  const path = `/open-data/showcase/decide/${showcase.id}`
  return (
    <>
      <Mistakes {...props} />
      <PageHead title={t('showcase.decide')} lead={showcase.title} />
      <Stack gap="l">
        <Panel title={showcase.title} aside={t(`showcase.kind.${showcase.kind}`)}>
          {showcase.pictureFile === null ? null : <img src={`${path}/picture`} alt={showcase.pictureText ?? ''} />}
          <Paragraphs text={showcase.description} />
          <DescriptionList
            entries={[
              { term: t('showcase.field.url'), value: <a href={showcase.url}>{showcase.url}</a> },
              { term: t('showcase.author'), value: showcase.author },
              { term: t('showcase.datasets'), value: datasets.map(({ name, title }) => <div key={name}><a href={`/open-data/dataset/${name}`}>{title}</a></div>) },
              ...(showcase.sourceCodeUrl ? [{ term: t('showcase.source-code'), value: <a href={showcase.sourceCodeUrl}>{showcase.sourceCodeUrl}</a> }] : []),
              ...(showcase.codeLicence ? [{ term: t('showcase.code-licence'), value: showcase.codeLicence }] : []),
            ]}
          />
        </Panel>
        <Form action={`${path}/show`} csrf={csrf} bare>
          <Button>{t('showcase.show')}</Button>
        </Form>
        <Form action={`${path}/return`} csrf={csrf}>
          <TextField name="reason" label={t('showcase.field.reason')} hint={t('showcase.field.reason-hint')} value={typedOf(typed, 'reason')} error={errors['reason']} maxLength={500} />
          <FormEnd>
            <Button kind="quiet">{t('showcase.return')}</Button>
            <LinkButton kind="bare" href="/open-data/moderation">
              {t('discussion.moderation')}
            </LinkButton>
          </FormEnd>
        </Form>
      </Stack>
    </>
  )
}
