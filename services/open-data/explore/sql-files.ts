// Addresses under which the build puts the database's own files; they are served by the town, never from outside.
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url'

export { wasmUrl, workerUrl }
