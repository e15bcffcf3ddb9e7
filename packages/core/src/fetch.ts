export { createFetchClient as createClient } from './client/createFetchClient.ts'
