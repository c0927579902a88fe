import { Button, FormEnd, LinkButton } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import { field, type FormView } from './parts.tsx'

/** An amount of money and a share, as fields. */
export const euro = (view: FormView, name: string) => ({ ...field(view, name), unit: '€', width: 10 as const })
export const percent = (view: FormView, name: string) => ({ ...field(view, name), unit: '%', width: 4 as const })

/** A number of months. */
export const months = (view: FormView, name: string) => ({ ...field(view, name), unit: view.t('grant.notice.months-unit'), width: 4 as const })

/** The buttons at the end of a form. */
export const Ends = ({ t, word, back }: { t: PageT; word: string; back: string }) => (
  <FormEnd>
    <Button>{word}</Button>
    <LinkButton href={back} kind="bare">
      {t('action.cancel')}
    </LinkButton>
  </FormEnd>
)
