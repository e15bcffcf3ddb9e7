#!/usr/bin/env node
import { runWecomMock } from './runWecomMock.ts'

await runWecomMock(process.argv.slice(2))
