export { type DedupeStoreFeatures, testDedupeStore } from './testing/testDedupeStore.ts'
