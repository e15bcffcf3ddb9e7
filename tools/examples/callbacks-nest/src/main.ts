import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import { toNodeListener } from '@wecom/core/node'
import { AppModule } from './app.module'
import { CallbackService } from './callback.service'

async function main(): Promise<void> {
  const app = await NestFactory.create(AppModule)
  // Before listen, which adds the body parsers: the signature covers the exact bytes.
  app.use('/wecom/callback', toNodeListener(app.get(CallbackService).handle))
  await app.listen(Number(process.env.PORT ?? 8080))
}

void main()
