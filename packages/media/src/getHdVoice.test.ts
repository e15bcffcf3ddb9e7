import { createTestClient } from '@wecom/core/testing'
import { expect, test } from 'vitest'
import { getHdVoice } from './getHdVoice.ts'

test('default', async () => {
  const headers = { 'content-type': 'voice/speex', 'content-disposition': 'attachment; filename="v.speex"' }
  const { client, sent } = createTestClient([new Response('voice', { headers })])

  const { body, ...facts } = await getHdVoice(client, { media_id: 'media-1' })
  expect(facts).toEqual({ contentType: 'voice/speex', filename: 'v.speex' })
  expect(await new Response(body).text()).toBe('voice')
  expect(sent).toEqual([
    { method: 'GET', path: '/cgi-bin/media/get/jssdk', query: { media_id: 'media-1' }, token: 'test-token' },
  ])
})

test('error: JSON in place of the file', async () => {
  const { client } = createTestClient([{ errcode: 40007, errmsg: 'invalid media_id' }])

  await expect(getHdVoice(client, { media_id: 'media-1' })).rejects.toMatchObject({ kind: 'api', errcode: 40007 })
})

test('error: an empty media_id is refused before anything is sent', async () => {
  const { client, sent } = createTestClient([])

  await expect(getHdVoice(client, { media_id: '' })).rejects.toMatchObject({ kind: 'validation' })
  expect(sent).toEqual([])
})
