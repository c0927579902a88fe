export { testClock, testMoment, type TestClock } from './clock.ts'
export { emptyDatabase, root, temporaryDatabase, testRooms, type TemporaryDatabase, type TemporaryDatabaseOptions } from './database.ts'
export { testTenants } from './towns.ts'
