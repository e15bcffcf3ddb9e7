export { type NodeListener, toNodeListener } from './node/toNodeListener.ts'
