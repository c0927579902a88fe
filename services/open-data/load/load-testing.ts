import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Choices, Finding } from '../inspect/schema.ts'
import { literal } from './cast.ts'
import type { LoadResult } from './child-schema.ts'
import { load } from './load.ts'

export type Loaded = Omit<LoadResult, 'peak'> & { rows: Record<string, unknown>[]; rejected: string; codes: string[]; find(code: string): Finding | undefined }

/** Loads bytes as the job does, in this process, and reads the table back. */
export async function loadBytes(bytes: Buffer | string, name: string, choices: Choices = {}): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), 'modellregion-load-test-'))
  try {
    const file = join(folder, 'upload')
    writeFileSync(file, bytes)
    const result = await load({ file, name, mediaType: '', choices, folder }, () => undefined)
    const { findings } = result.inspection
    return {
      ...result,
      rows: result.table ? await rowsOf(result.table.file) : [],
      rejected: result.table?.rejectedFile ? readFileSync(result.table.rejectedFile, 'utf8') : '',
      codes: findings.map(({ code }) => code).sort(),
      find: (code) => findings.find((finding) => finding.code === code),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function rowsOf(file: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    return (await connection.runAndReadAll(`select * from read_parquet(${literal(file)}) order by _id`)).getRowObjectsJson()
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
