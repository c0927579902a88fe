/** A class of the standard: its requirement and conformance class. */
export type ConformanceClass = { readonly requirement: string; readonly tests: readonly string[] }
const uri = (name: string): string => `http://www.opengis.net/spec/iot_sensing/1.1/req/${name}`
export const conformance: readonly ConformanceClass[] = [
  { requirement: uri('datamodel/thing'), tests: [] },
]
