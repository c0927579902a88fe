import { sql, type UnitOfWork } from '@modellregion/kernel'

/** From the wish to the use: one line for each public request, without words and without people. */
export type ChainLine = { number: number; wishedOn: string; state: string; datasetName: string | null; datasetOn: string | null; reuses: number; firstReuseOn: string | null }
export const listChain = (db: UnitOfWork): Promise<ChainLine[]> =>
  db.many(sql<ChainLine>`
    select r.number, to_char(r.created_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as "wishedOn", r.state, d.name as "datasetName",
      to_char(d.created_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as "datasetOn", count(s.id)::int as reuses,
      to_char(min(s.published_at) at time zone 'Europe/Berlin', 'YYYY-MM-DD') as "firstReuseOn"
    from open_data.request r
    left join open_data.request_dataset rd on rd.tenant_id = r.tenant_id and rd.request_id = r.id
    left join open_data.dataset d on d.tenant_id = rd.tenant_id and d.id = rd.dataset_id and d.withdrawn_at is null
    left join open_data.showcase_dataset sd on sd.tenant_id = d.tenant_id and sd.dataset_id = d.id
    left join open_data.showcase s on s.tenant_id = sd.tenant_id and s.id = sd.showcase_id and s.published_at is not null
    where r.tenant_id = ${db.tenant} and r.state not in ('waiting', 'rejected')
    group by r.tenant_id, r.id, d.tenant_id, d.id order by r.number, d.name`)
