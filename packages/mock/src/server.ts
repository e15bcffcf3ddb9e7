export { type Action, actions } from './people/actions.ts'
export { stateSchema } from './seed/stateSchema.ts'
export { runWecomMock } from './server/runWecomMock.ts'
export { type ListenOptions, type MockServer, listen } from './server/listen.ts'
