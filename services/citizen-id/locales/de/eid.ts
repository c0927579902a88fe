export const eid = {}
