import { list, name, text } from '../store/sql-text.ts'
import { peopleWords } from './headers.ts'
import { patterns } from './shapes.ts'

/** Questions to the typed copy of a file, in DuckDB's SQL. `t` is the table, `v` the values of one column with how often each occurs. */
export const openTable = (path: string): string => `create temp view t as select * from read_parquet(${text(path)})`
export const countRows = 'select count(*)::bigint as n from t'

export const valuesOf = (field: string): string =>
  `create or replace temp table v as select trim(cast(${name(field)} as varchar)) as v, count(*)::bigint as n from t where ${name(field)} is not null group by 1 having trim(cast(${name(field)} as varchar)) <> ''`
export const countValues = 'select coalesce(sum(n), 0)::bigint as filled, count(*)::bigint as different from v'

// Full names have a gap, family names begin with a capital: enough to leave figures and codes where they are.
const worth = [patterns.email, patterns.iban, `^(${patterns.phone})$`, `^(${patterns.plate})$`, `^(${patterns.ipv4})$`, `^(${patterns.ipv6})$`, '^[1-9][0-9]{10}$', patterns.title, patterns.address, "^[A-ZÄÖÜÇŞ][^0-9]{1,59}$"]

/** Values worth a closer look, the most frequent first. */
export const candidates = (limit: number): string => `select v, n from v where length(v) <= 2000 and regexp_matches(v, ${text(worth.map((pattern) => `(${pattern})`).join('|'))}) order by n desc, v limit ${limit}`
export const sampleValues = (limit: number): string => `select v, n from v order by n desc, v limit ${limit}`

const number = (field: string): string => `try_cast(${name(field)} as double)`
const fold = (field: string): string => `replace(replace(replace(replace(lower(cast(${name(field)} as varchar)), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss')`

/** Rows in which a count is at least 1 and below `k`; with `about`, only rows in which one of these columns speaks of people. */
export const smallCells = (field: string, k: number, about: readonly string[]): string =>
  `select count(*)::bigint as n from t where ${number(field)} >= 1 and ${number(field)} < ${k} and ${number(field)} = floor(${number(field)})${about.length > 0 ? ` and (${about.map((one) => `regexp_matches(${fold(one)}, ${text(peopleWords)})`).join(' or ')})` : ''}`
export const speaksOfPeople = (field: string): string => `select count(*)::bigint as n from t where regexp_matches(${fold(field)}, ${text(peopleWords)})`
export const isWhole = (field: string): string => `select count(*)::bigint as n from t where ${number(field)} <> floor(${number(field)}) or ${number(field)} < 0`

/** Rows whose combination of these columns fewer than `k` rows share, how many combinations there are, and how many rows have one at all. */
export const smallGroups = (fields: readonly string[], k: number): string =>
  `select coalesce(sum(n) filter (where n < ${k}), 0)::bigint as small, count(*)::bigint as groups, coalesce(sum(n), 0)::bigint as of from (select count(*) as n from t where ${fields.map((field) => `${name(field)} is not null`).join(' and ')} group by ${list(fields.map(name))})`
