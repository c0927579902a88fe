/** The town of the demonstration region that measures in its schools. */
export const measuringTown = 'aachen'
/** Who has the service, and what they call it. The others are at the beginning: no school yet, but lesson plans and codecs that they can take over. */
export const demoTowns: Readonly<Record<string, { name?: string }>> = { [measuringTown]: { name: 'Smart School' }, hohenried: {} }
