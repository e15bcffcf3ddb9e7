export { createTestClient, type ScriptedAnswer, type SentRequest, type TestClient } from './testing/createTestClient.ts'
export { testLimiter } from './testing/testLimiter.ts'
export { testSharedTokenStore } from './testing/testSharedTokenStore.ts'
export { testTokenStore, type TestRunner } from './testing/testTokenStore.ts'
