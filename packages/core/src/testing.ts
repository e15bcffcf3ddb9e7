export { createTestClient, type ScriptedAnswer, type SentRequest, type TestClient } from './testing/createTestClient.ts'
export { testSharedTokenStore } from './testing/testSharedTokenStore.ts'
export { testSuiteStore } from './testing/testSuiteStore.ts'
export { testTokenStore, type TestRunner } from './testing/testTokenStore.ts'
