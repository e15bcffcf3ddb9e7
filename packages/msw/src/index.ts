export { type WecomHandlersOptions, wecomHandlers } from './wecomHandlers.ts'
