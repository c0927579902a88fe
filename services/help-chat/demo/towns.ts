/** Which towns of the demonstration region have confidential help, and what they call it. The village uses the city's confidants. */
export const demoTowns: Readonly<Record<string, { name?: string }>> = { aachen: { name: 'Anlauf!' }, hohenried: { name: 'Offenes Ohr' } }
