import { Module } from '@nestjs/common'
import { corpToken, createClient } from '@wecom/core'
import { CallbackService } from './callback.service'
import { required } from './settings'
import { WECOM_CLIENT, WelcomeService } from './welcome.service'

@Module({
  providers: [
    CallbackService,
    WelcomeService,
    {
      provide: WECOM_CLIENT,
      useFactory: () =>
        createClient({
          token: corpToken({ corpId: required('WECOM_CORP_ID'), secret: required('WECOM_SECRET') }),
          baseUrl: process.env.WECOM_BASE_URL, // if unset, the client calls WeCom
        }),
    },
  ],
})
export class AppModule {}
