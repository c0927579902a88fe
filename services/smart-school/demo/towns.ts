/** Which towns of the demonstration region measure in their schools, and what they call it. */
export const demoTowns: Readonly<Record<string, { name?: string }>> = { aachen: { name: 'Smart School' } }
