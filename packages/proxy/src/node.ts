export { toNodeListener } from './node/toNodeListener.ts'
