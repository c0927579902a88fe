/** Nothing to fill in: cards and accounts are code, keys are made when they are first needed. */
export async function seed(): Promise<void> {}
