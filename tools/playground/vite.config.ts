import { msw } from 'msw/vite'
import { type UserConfig, defaultClientConditions } from 'vite'
import { endpointFacts } from './build/endpointFacts.ts'

const config: UserConfig = {
  // Imports the sources of the packages, so that no build is needed.
  resolve: { conditions: ['@wecom/source', ...defaultClientConditions] },
  // The page is large because it has every package, but it is only served on this machine.
  build: { chunkSizeWarningLimit: 1000 },
  plugins: [endpointFacts(), msw({ mode: 'worker-only' })],
}

export default config
