import { decompress } from 'fzstd'
import { asyncBufferFromUrl, parquetMetadataAsync, parquetRead } from 'hyparquet'
import type { AsyncBuffer } from 'hyparquet'
import type { Field } from '../store/schema.ts'

export type ColumnValues = ReadonlyMap<string, readonly unknown[]>

/** Reads columns of a Parquet file by ranges of its bytes: only what is needed is fetched. */
export async function readParquet(address: string, fields: readonly Field[], mostRows: number, tell: (bytes: number) => void): Promise<{ columns: ColumnValues; rows: number }> {
  const file = counting(await asyncBufferFromUrl({ url: address }), tell)
  const metadata = await parquetMetadataAsync(file)
  const rows = Math.min(Number(metadata.num_rows), mostRows)
  const columns = new Map<string, unknown[]>(fields.map(({ id }) => [id, []]))
  await parquetRead({
    file,
    metadata,
    columns: fields.map(({ id }) => id),
    rowEnd: rows,
    geoparquet: false,
    compressors: { ZSTD: (input, size) => decompress(input, new Uint8Array(size)) },
    onChunk: ({ columnName, columnData, rowStart }) => {
      const values = columns.get(columnName)
      for (let at = 0; values && at < columnData.length && rowStart + at < rows; at++) values[rowStart + at] = columnData[at]
    },
  })
  return { columns, rows }
}

function counting(file: AsyncBuffer, tell: (bytes: number) => void): AsyncBuffer {
  let bytes = 0
  return {
    byteLength: file.byteLength,
    slice: async (start, end) => {
      const part = await file.slice(start, end)
      bytes += part.byteLength
      tell(bytes)
      return part
    },
  }
}
