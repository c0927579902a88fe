/** Which towns of the demonstration region have a notice board, and what they call it. */
export const demoTowns: Readonly<Record<string, { name?: string }>> = { hohenried: { name: 'Schwarzes Brett' } }
