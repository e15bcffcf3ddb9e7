import { createContactWay, deleteContactWay, getContactWay, updateContactWay } from '@wecom/contact-way'
import type { Client } from '@wecom/core'

// `easywechatExamples.ts` reads this file. The comment above each function is the PHP code of a call with EasyWeChat,
// and contains nothing else. The function makes the same call with this SDK.

/*
 * $app->contact_way->create(2, 2, [
 *     'remark' => '七号店',
 *     'skip_verify' => true,
 *     'state' => 'shop-7',
 *     'user' => ['wangfang', 'lina'],
 * ]);
 */
export async function contactWayCreate(client: Client): Promise<unknown> {
  const { config_id, qr_code } = await createContactWay(client, {
    type: 2,
    scene: 2,
    remark: '七号店',
    skip_verify: true,
    state: 'shop-7',
    user: ['wangfang', 'lina'],
  })
  return { config_id, qr_code }
}

/*
 * $app->contact_way->get('way-1');
 */
export async function contactWayGet(client: Client): Promise<unknown> {
  const { contact_way } = await getContactWay(client, {
    config_id: 'way-1',
  })
  return contact_way
}

/*
 * $app->contact_way->update('way-1', [
 *     'remark' => '八号店',
 *     'state' => 'shop-8',
 *     'user' => ['lina'],
 * ]);
 */
export async function contactWayUpdate(client: Client): Promise<void> {
  await updateContactWay(client, {
    config_id: 'way-1',
    remark: '八号店',
    state: 'shop-8',
    user: ['lina'],
  })
}

/*
 * $app->contact_way->delete('way-1');
 */
export async function contactWayDelete(client: Client): Promise<void> {
  await deleteContactWay(client, { config_id: 'way-1' })
}
