import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { boot, keepTenant, openPool, readConfig, type UnitOfWork } from '@modellregion/kernel'
import { root, temporaryDatabase, testTenants } from '@modellregion/testing'

export const tenant = 'erlenau'

/** Values of one series in a year: one every ten minutes. */
export const perYear = 52_560
export const seriesCount = 3_000
/** The year of the values, in local time. */
export const year = { from: new Date('2025-01-01T00:00:00+01:00'), until: new Date('2026-01-01T00:00:00+01:00') }

/** A town whose schools have measured for a year: 1,000 rooms with three series each, and a process that serves SensorThings. */
export async function openWorld() {
  const temporary = await temporaryDatabase()
  const data = mkdtempSync(join(tmpdir(), 'modellregion-smart-school-'))
  const { appUrl, ownerUrl, jobsUrl } = temporary
  const config = {
    ...readConfig({ env: {}, options: { config: undefined, data, port: '0', services: undefined }, root: data }),
    services: ['smart-school'],
    database: { url: appUrl, ownerUrl, jobsUrl, listenUrl: appUrl, poolSize: 10 },
    demo: true,
    role: 'web' as const,
    logLevel: 'error',
  }
  const running = await boot({ config, root })
  const town = testTenants.erlenau
  await keepTenant(running.platform, { ...town, services: ['smart-school'], hosts: ['localhost', '127.0.0.1'] })
  await running.platform.directory.refresh()
  const pool = openPool(temporary.superuserUrl, { name: 'bench', size: 2 })
  const all = async (...statements: readonly string[]) => {
    // Filling and indexing a hundred million rows takes longer than a town may wait.
    for (const statement of statements) await pool.query({ text: statement, query_timeout: 1_800_000 } as { text: string }) // pg knows the field, its types do not
  }
  await all(...rooms)
  return {
    origin: `http://127.0.0.1:${running.port}`,
    read: <T>(work: (db: UnitOfWork) => Promise<T>) => temporary.read(tenant, 'smart-school', work),
    query: async <T>(text: string): Promise<T[]> => (await pool.query(text)).rows as T[], // the bench knows what it asks for
    /** Fills so many series with the last `points` values of the year; those below `from` have theirs already. Indexes are made afterwards, as a restore does it. */
    fill: async (from: number, until: number, points = perYear) => {
      const indexes = await pool.query<{ name: string; definition: string }>(`select indexname as name, indexdef as definition from pg_indexes where schemaname = 'smart_school' and tablename = 'observation' and indexname <> 'observation_pk'`)
      await all(...indexes.rows.map(({ name }) => `drop index smart_school.${name}`), 'alter table smart_school.observation drop constraint observation_pk', `set max_parallel_maintenance_workers = 2`, `set maintenance_work_mem = '1GB'`)
      await all(valuesOf(from, until, points), 'alter table smart_school.observation add constraint observation_pk primary key (tenant_id, series_id, phenomenon_time, seq)', ...indexes.rows.map(({ definition }) => definition), latest, 'vacuum (analyze) smart_school.observation', ...['latest', 'series', 'thing', 'sensor', 'feature_of_interest', 'observed_property'].map((table) => `vacuum (analyze) smart_school.${table}`), 'checkpoint')
    },
    close: async () => {
      await pool.end()
      await running.close()
      await temporary.close()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

const at = `'2025-01-01T00:00:00+01:00'::timestamptz`
const rooms = [
  `insert into smart_school.location (tenant_id, id, name, encoding_type, location, created_at) values ('${tenant}', 1, 'Schulhof', 'application/geo+json', '{"type":"Point","coordinates":[6.08,50.77]}', ${at})`,
  `insert into smart_school.feature_of_interest (tenant_id, id, name, encoding_type, feature, location_id, created_at) values ('${tenant}', 1, 'Schulhof', 'application/geo+json', '{"type":"Point","coordinates":[6.08,50.77]}', 1, ${at})`,
  `insert into smart_school.thing (tenant_id, id, kind, name, properties, location_ids, changed_at, created_at) select '${tenant}', n, 'room', 'Raum ' || n, jsonb_build_object('floor', n % 4), '{1}', ${at}, ${at} from generate_series(1, ${seriesCount / 3}) n`,
  `insert into smart_school.sensor (tenant_id, id, name, encoding_type, metadata, created_at) select '${tenant}', n, 'ERS ' || n, 'text/html', '"x"', ${at} from generate_series(1, ${seriesCount / 3}) n`,
  `insert into smart_school.observed_property (tenant_id, id, quantity, name, definition, created_at) values ('${tenant}', 1, 'co2', 'CO₂', 'http://example.org/co2', ${at}), ('${tenant}', 2, 'temperature', 'Temperatur', 'http://example.org/temperature', ${at}), ('${tenant}', 3, 'humidity', 'Luftfeuchte', 'http://example.org/humidity', ${at})`,
  `insert into smart_school.series (tenant_id, id, name, observation_type, unit, thing_id, sensor_id, observed_property_ids, channel, quantity, audience, created_at)
    select '${tenant}', n, 'Reihe ' || n, 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement', '{"name":"ppm","symbol":"ppm","definition":"x"}', (n - 1) / 3 + 1, (n - 1) / 3 + 1, array[(n - 1) % 3 + 1],
      (array['co2','temperature','humidity'])[(n - 1) % 3 + 1], (array['co2','temperature','humidity'])[(n - 1) % 3 + 1], 'public', ${at} from generate_series(1, ${seriesCount}) n`,
  `insert into smart_school.series (tenant_id, id, multi, name, observation_type, unit, multi_types, thing_id, sensor_id, observed_property_ids, audience, created_at)
    values ('${tenant}', ${seriesCount + 1}, true, 'Luft', 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_ComplexObservation', '[{"name":"ppm","symbol":"ppm","definition":"x"},{"name":"°C","symbol":"°C","definition":"x"}]',
      '["http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement","http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement"]', 1, 1, '{1,2}', 'public', ${at})`,
  // Every series has said something, and the MultiDatastream a year of pairs.
  `insert into smart_school.observation (tenant_id, series_id, phenomenon_time, number, feature_id, created_at) select '${tenant}', n, ${at} - interval '1 day' + m * interval '10 minutes', 400 + m, 1, ${at} from generate_series(1, ${seriesCount}) n, generate_series(0, 9) m`,
  `insert into smart_school.observation (tenant_id, series_id, phenomenon_time, result, feature_id, created_at) select '${tenant}', ${seriesCount + 1}, ${at} + m * interval '10 minutes', jsonb_build_array(400 + m % 900, 20), 1, ${at} from generate_series(0, ${perYear - 1}) m`,
]

// A plausible day: up by day, down by night, and no two series alike.
const valuesOf = (from: number, until: number, points: number): string => `
  insert into smart_school.observation (tenant_id, series_id, phenomenon_time, number, feature_id, created_at)
  select '${tenant}', n, ${at} + m * interval '10 minutes', 420 + 30 * (n % 7) + 600 * greatest(0, sin(m * pi() / 72)) + (m * 7919 + n * 104729) % 100, 1, ${at}
  from generate_series(${perYear - points}, ${perYear - 1}) m, generate_series(${from + 1}, ${until}) n`

const latest = `
  insert into smart_school.latest (tenant_id, series_id, first_time, last_time, number, result, count)
  select '${tenant}', s.id, e.first, e.last, l.number, l.result, e.count
  from smart_school.series s
  cross join lateral (select min(phenomenon_time) as first, max(phenomenon_time) as last, count(*) as count from smart_school.observation o where o.tenant_id = s.tenant_id and o.series_id = s.id) e
  cross join lateral (select number, result from smart_school.observation o where o.tenant_id = s.tenant_id and o.series_id = s.id order by phenomenon_time desc limit 1) l
  on conflict (tenant_id, series_id) do update set last_time = excluded.last_time, number = excluded.number, result = excluded.result, count = excluded.count`
