#!/usr/bin/env node
import { runWecomMock } from './runWecomMock.ts'

process.exitCode = await runWecomMock(process.argv.slice(2))
