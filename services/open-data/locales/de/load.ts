export const load = {}
