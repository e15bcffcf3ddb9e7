import { toNodeListener } from '@wecom/core/node'
import express from 'express'
import { handle } from './callback.ts'

const app = express()
app.all('/wecom/callback', toNodeListener(handle)) // before the body parser
app.use(express.json())
app.get('/health', (_request, response) => {
  response.json({ ok: true })
})

app.listen(Number(process.env.PORT ?? 8080))
