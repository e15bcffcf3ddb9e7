export { toNodeListener } from '@wecom/core/node'
