import { Button, EmptyState, Form, FormEnd, Grid, LinkButton, PageHead, Pagination, Row, Select, Stack, TextField } from '@modellregion/ui'
import type { FormErrors } from '@modellregion/kernel/rules'
import type { PageT } from '../../locales/index.ts'
import { accountHref } from '../links.ts'
import type { BookingRow, Line } from '../schema.ts'
import { BookingTable } from './parts.tsx'

export type BookingsProps = {
  readonly t: PageT
  readonly project: string
  readonly purpose: string
  readonly lines: readonly Line[]
  readonly rows: readonly BookingRow[]
  readonly found: { readonly count: number; readonly spent: number; readonly income: number }
  readonly page: number
  readonly pages: number
  readonly filter: { readonly line: string; readonly from: string; readonly until: string; readonly text: string }
  readonly errors: FormErrors
  readonly hrefOf: (page: number) => string
  readonly csvHref: string
}

/** The bookings of an account, by line, time and text. */
export function BookingsPage(props: BookingsProps) {
  const { t, project, filter, found } = props
  return (
    <>
      <PageHead title={t('grant.bookings.of', { purpose: props.purpose })} lead={t.count('grant.bookings.found', found.count, found)} />
      <Stack gap="l">
        <Form action={accountHref(project, '/booking')} method="get" label={t('grant.bookings.filters')} bare>
          <Stack gap="s">
            <Grid min={15}>
              <Select name="line" label={t('grant.booking.line')} value={filter.line} empty={t('grant.bookings.all-lines')} choices={props.lines.filter(({ side }) => side !== 'grant').map(({ key, title }) => ({ value: key, label: title }))} />
              <TextField name="text" label={t('grant.bookings.text')} hint={t('grant.bookings.text-hint')} value={filter.text} maxLength={80} />
              <TextField name="from" label={t('grant.bookings.from')} hint={t('grant.bookings.day-hint')} value={filter.from} error={props.errors['from']} maxLength={10} />
              <TextField name="until" label={t('grant.bookings.until')} hint={t('grant.bookings.day-hint')} value={filter.until} error={props.errors['until']} maxLength={10} />
            </Grid>
            <FormEnd>
              <Button kind="quiet">{t('grant.bookings.filter')}</Button>
            </FormEnd>
          </Stack>
        </Form>
        {props.rows.length === 0 ? (
          <EmptyState level={2} title={t('grant.bookings.none')} text={t('grant.bookings.none-next')} actions={<LinkButton href={accountHref(project, '/booking')} kind="quiet">{t('grant.bookings.all')}</LinkButton>} />
        ) : (
          <BookingTable t={t} project={project} rows={props.rows} lines={props.lines} id="bookings" caption={t('grant.bookings')} hideCaption />
        )}
        <Row between>
          <Pagination label={t('grant.bookings.pages')} page={props.page} pages={props.pages} href={props.hrefOf} words={{ page: t('grant.bookings.page'), next: t('grant.bookings.next'), previous: t('grant.bookings.previous') }} />
          <LinkButton href={props.csvHref} kind="quiet">{t('grant.bookings.csv')}</LinkButton>
        </Row>
      </Stack>
    </>
  )
}
