import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toNodeListener } from '@wecom/proxy/node'
import { createHandler } from '../program/createHandler.ts'
import type { Settings } from '../program/Settings.ts'

const settings = JSON.parse(process.argv[2] ?? '') as Settings
const server = createServer(toNodeListener(createHandler(settings)))
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
