export const pass = {}
