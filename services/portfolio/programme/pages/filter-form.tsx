import { Button, Form, Row, Select } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Selection } from '../rules/selection.ts'
import { allStages, reuseClassesInOrder } from '../schema.ts'

/** Chooses by stage and class of reuse; a plain GET form, so that a choice has an address. */
export function FilterForm({ t, selection: { stages, classes, sort, descending } }: { t: PageT; selection: Selection }) {
  return (
    <Form action="/portfolio/programme" method="get" bare label={t('programme.filter.title')} hidden={{ ...(sort !== 'number' && { sort }), ...(descending && { order: 'desc' }) }}>
      <Row>
        <Select name="stage" label={t('programme.filter.stage')} empty={t('programme.filter.any')} value={stages[0]} choices={allStages.map((value) => ({ value, label: t(`programme.stage.${value}`) }))} />
        <Select name="class" label={t('programme.filter.class')} empty={t('programme.filter.any')} value={classes[0]} choices={reuseClassesInOrder.map((value) => ({ value, label: t(`programme.class.${value}`) }))} />
        <Button kind="quiet">{t('programme.filter.apply')}</Button>
      </Row>
    </Form>
  )
}
