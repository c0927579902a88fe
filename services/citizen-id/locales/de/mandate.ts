export const mandate = {}
