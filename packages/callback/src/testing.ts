export { testDedupeStore } from './testing/testDedupeStore.ts'
