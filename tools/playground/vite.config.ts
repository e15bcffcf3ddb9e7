import { msw } from 'msw/vite'
import { type UserConfig, defaultClientConditions } from 'vite'
import { endpointFacts } from './build/endpointFacts.ts'

const config: UserConfig = {
  // The packages come as sources: nothing has to be built first.
  resolve: { conditions: ['@wecom/source', ...defaultClientConditions] },
  // One page with every package in it is large, and never travels further than this machine.
  build: { chunkSizeWarningLimit: 1000 },
  plugins: [endpointFacts(), msw({ mode: 'worker-only' })],
}

export default config
