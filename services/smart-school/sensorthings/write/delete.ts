import { deleteObservations, refreshLatest } from '../../store/queries.ts'
import type { EntityName } from '../model.ts'
import { momentOfMicros, type ObservationKey } from '../observation-id.ts'
import { deleteObservation, refreshResultTime } from '../queries/observations.ts'
import { countSeriesOfFeature, deleteEntity, deleteObservationsOfFeature, deleteSeriesRow, forgetLocation, listSeriesOf } from '../queries/write.ts'
import { refusal } from '../refusal.ts'
import { getTarget } from './observation.ts'
import { demandChangeable, demandSchool, getNamed, type Work } from './work.ts'

/** Deletes an entity and what cannot be without it (18-088, table 24): of a Thing, Sensor or ObservedProperty its series, of a series or feature its observations, of a Location its history. @throws Refusal */
export async function deleteNamed(work: Work, entity: Exclude<EntityName, 'Observation'>, id: number): Promise<void> {
  const { db } = work
  await demandChangeable(work, entity, await getNamed(work, entity, id, 404))
  switch (entity) {
    case 'Datastream':
    case 'MultiDatastream':
      return await deleteSeries(work, id)
    case 'Thing':
    case 'Sensor':
    case 'ObservedProperty':
      for (const series of await listSeriesOf(db, entity, id)) {
        if (series.own) throw refusal(409, 'in-use', `The platform's own series ${series.id} uses this ${entity}.`)
        demandSchool(work, 'Datastream', series.schoolId)
        await deleteSeries(work, series.id)
      }
      break
    case 'Location':
      await forgetLocation(db, id)
      break
    case 'FeatureOfInterest': {
      const series = await countSeriesOfFeature(db, id)
      await deleteObservationsOfFeature(db, id)
      await refreshLatest(db, series)
      for (const each of series) await refreshResultTime(db, each)
      break
    }
  }
  await deleteEntity(db, entity, id)
}

async function deleteSeries({ db }: Work, id: number): Promise<void> {
  await deleteObservations(db, id)
  await deleteSeriesRow(db, id)
}

export async function deleteOneObservation(work: Work, key: ObservationKey, multi: boolean): Promise<void> {
  const target = await getTarget(work, key.seriesId, multi ? 'MultiDatastream' : 'Datastream')
  await deleteObservation(work.db, key.seriesId, momentOfMicros(key.micros), key.seq)
  await refreshLatest(work.db, [key.seriesId])
  await refreshResultTime(work.db, key.seriesId)
  if (target.schoolId !== null) work.schools.add(target.schoolId)
}
