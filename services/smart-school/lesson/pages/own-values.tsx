import { Form } from '@modellregion/ui'
import type { PageT } from '../../locales/index.ts'
import type { Experiment, OwnValue } from '../schema.ts'
import { animalText } from './say.ts'

export type OwnValuesProps = {
  t: PageT
  experiment: Experiment
  values: readonly OwnValue[]
  /** The group that reads the page takes its own values back. */
  remove?: { csrf: string; animal: string } | undefined
}

/** What the class has measured by hand. */
export function OwnValues({ t, experiment, values, remove }: OwnValuesProps) {
  if (experiment.ownColumns.length === 0) return null
  return (
    <>
      <h3>{t('lesson.values.title')}</h3>
      {values.length === 0 ? (
        <p>{t('lesson.values.none')}</p>
      ) : (
        <div class="mr-tablebox" role="group" aria-label={t('lesson.values.title')} tabindex={0}>
          <table class="mr-table">
            <thead>
              <tr>
                {(['day', 'what', 'room', 'group', 'value'] as const).map((head) => (
                  <th key={head} scope="col" class={head === 'value' ? 'n' : undefined}>
                    {t(`lesson.values.${head}`)}
                  </th>
                ))}
                {remove ? (
                  <th scope="col">
                    <span class="mr-vh">{t('lesson.values.remove')}</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {values.map((value) => (
                <tr key={value.id}>
                  <th scope="row">{t.format.date(value.day, 'medium')}</th>
                  <td>{experiment.ownColumns[value.column]?.label}</td>
                  <td>{value.letter ?? t('lesson.values.no-room')}</td>
                  <td>{animalText(t, value.animal)}</td>
                  <td class="n">
                    {t.format.number(value.number)} {experiment.ownColumns[value.column]?.unit}
                  </td>
                  {remove ? (
                    <td>
                      {value.animal === remove.animal ? (
                        <Form action="/smart-school/class/value/remove" csrf={remove.csrf} hidden={{ id: value.id }} bare>
                          <button class="mr-btn mr-btn--bare mr-btn--s">
                            {t('lesson.values.remove')}
                            <span class="mr-vh">{`: ${t.format.date(value.day, 'medium')}, ${t.format.number(value.number)}`}</span>
                          </button>
                        </Form>
                      ) : null}
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
