export { defineEvent, type EventType, type PayloadOf } from './event.ts'
