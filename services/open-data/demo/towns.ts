/** Which towns of the demonstration region publish open data, and what they call it. */
export const demoTowns: Readonly<Record<string, { name?: string }>> = { aachen: { name: 'Offene Daten Aachen' }, lindenhafen: {}, hohenried: {} }
