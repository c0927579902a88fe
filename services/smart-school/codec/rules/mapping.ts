import { isQuantity } from '../../quantity/quantity.ts'
import type { CodecMapping } from '../schema.ts'

export const mostMapped = 40

/** `why` and the line, from 1. */
export type MappingRefused = { readonly ok: false; readonly why: 'form' | 'quantity' | 'factor' | 'twice' | 'too-many'; readonly line: number; readonly text: string }

const form = /^(.+?)\s*=\s*([A-Za-z0-9]+)\s*(?:\*\s*(\S+))?\s*(?:as\s+([a-z0-9][a-z0-9.-]{0,59}))?$/

/**
 * Reads the table by which a town translates fields, one a line: `temp_c = temperature`, `bat_mv = battery * 0.001`, `counter.1 = pulses as pulses-2`,
 * `t2_kwh = electricity as 1.8.2`.
 * Empty lines and lines that begin with `#` are passed over.
 */
export function readMapping(text: string): { readonly ok: true; readonly mapping: CodecMapping } | MappingRefused {
  const mapping: Record<string, CodecMapping[string]> = {}
  const channels = new Set<string>()
  for (const [at, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const refuse = (why: MappingRefused['why']): MappingRefused => ({ ok: false, why, line: at + 1, text: line.slice(0, 80) })
    const [, path = '', quantity = '', factorText, channel] = form.exec(line) ?? []
    if (path === '') return refuse('form')
    if (!isQuantity(quantity)) return refuse('quantity')
    const factor = factorText === undefined ? 1 : Number(factorText.replace(',', '.'))
    if (!Number.isFinite(factor) || factor === 0) return refuse('factor')
    if (channels.has(channel ?? quantity) || Object.hasOwn(mapping, path)) return refuse('twice')
    channels.add(channel ?? quantity)
    mapping[path] = { quantity, ...(channel && channel !== quantity ? { channel } : {}), ...(factor === 1 ? {} : { factor }) }
    if (Object.keys(mapping).length > mostMapped) return refuse('too-many')
  }
  return { ok: true, mapping }
}

/** The table as it is typed. */
export const writeMapping = (mapping: CodecMapping): string =>
  Object.entries(mapping)
    .map(([path, { quantity, channel, factor = 1 }]) => `${path} = ${quantity}${factor === 1 ? '' : ` * ${factor}`}${channel ? ` as ${channel}` : ''}`)
    .join('\n')
