import { body, type Answer, type Ask } from '@modellregion/kernel'
import { pageWords } from '../../locales/index.ts'
import type { Reach } from '../../protection/rules.ts'
import { csvOf } from '../csv.ts'
import { animalText, measureText, placeText, quantityName, unitOf } from '../pages/say.ts'
import { listValues } from '../queries.ts'
import type { Experiment } from '../schema.ts'
import { readResults } from './staff.ts'

/** The values of an experiment for a spreadsheet; only for whoever may look. */
export async function csvAnswer(ask: Pick<Ask, 'read' | 'say'>, experiment: Experiment, reach: Reach, decimal: 'comma' | 'point'): Promise<Answer> {
  const t = ask.say(pageWords)
  const [{ measured }, own] = await ask.read(async (db) => [await readResults(db, experiment, reach), await listValues(db, experiment.id)] as const)
  const [quantity = 'co2'] = experiment.quantities
  const table = csvOf(
    experiment,
    measured,
    own,
    {
      heads: [t('lesson.values.day'), t('lesson.csv.lesson'), t('lesson.values.room'), t('lesson.values.what'), t('lesson.values.value'), t('lesson.csv.unit'), t('lesson.result.count'), t('lesson.values.group')],
      quantity: (id) => quantityName(t, id),
      unit: unitOf,
      place: (id, place) => placeText(t, id, place),
      group: (animal) => animalText(t, animal),
      own: t('lesson.csv.by-hand'),
      above: measureText(t, experiment, quantity),
    },
    decimal,
  )
  return body('text/csv; charset=utf-8', table, { headers: { 'content-disposition': `attachment; filename="experiment-${experiment.id.slice(-8)}.csv"`, 'cache-control': 'private, no-store' } })
}
