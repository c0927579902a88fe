import { list } from './en/list.ts'
import { service } from './en/service.ts'

export const en = { ...service, ...list }
