import type { Client } from '@wecom/core'
import {
  createGroupWelcomeTemplate,
  createMassMessage,
  deleteGroupWelcomeTemplate,
  getGroupWelcomeTemplate,
  getMassMessageResultLegacy,
  sendWelcomeMessage,
  updateGroupWelcomeTemplate,
} from '@wecom/messages'

// `easywechatExamples.ts` reads this file. The comment above each function is the PHP code of a call with EasyWeChat,
// and contains nothing else. The function makes the same call with this SDK.

/*
 * $app->external_contact_message->submit([
 *     'external_userid' => ['wmZhouTao', 'wmSunLi'],
 *     'sender' => 'wangfang',
 *     'text' => ['content' => '周五新品到店'],
 *     'image' => ['media_id' => 'media-1'],
 *     'link' => [
 *         'title' => '新品目录',
 *         'picurl' => 'https://example.com/new.png',
 *         'desc' => '本周到店',
 *         'url' => 'https://example.com/new',
 *     ],
 *     'miniprogram' => [
 *         'title' => '网上门店',
 *         'pic_media_id' => 'media-2',
 *         'appid' => 'wxShop',
 *         'page' => '/pages/new',
 *     ],
 * ]);
 */
export async function externalContactMessageSubmit(client: Client): Promise<unknown> {
  // WeCom uses only one of the old parameters image, link
  // and miniprogram. In new code, use attachments
  // 旧参数 image、link、miniprogram 只有一个生效。
  // 新代码请用 attachments
  const { msgid, fail_list } = await createMassMessage(client, {
    external_userid: ['wmZhouTao', 'wmSunLi'],
    sender: 'wangfang',
    text: { content: '周五新品到店' },
    image: { media_id: 'media-1' },
    link: {
      title: '新品目录',
      picurl: 'https://example.com/new.png',
      desc: '本周到店',
      url: 'https://example.com/new',
    },
    miniprogram: {
      title: '网上门店',
      pic_media_id: 'media-2',
      appid: 'wxShop',
      page: '/pages/new',
    },
  })
  return { msgid, fail_list }
}

/*
 * $app->external_contact_message->get('msg-1');
 */
export async function externalContactMessageGet(client: Client): Promise<unknown> {
  // Only for mass messages from before 2020-11-17. For later ones,
  // use listMassMessageTasks and listMassMessageSendResults
  // 只适用于 2020-11-17 之前的群发，之后的请用
  // listMassMessageTasks 和 listMassMessageSendResults
  const { detail_list } = await getMassMessageResultLegacy(client, {
    msgid: 'msg-1',
  })
  return detail_list
}

/*
 * $app->external_contact_message->sendWelcome('code-1', [
 *     'text' => ['content' => '您好，很高兴认识您'],
 *     'image' => ['media_id' => 'media-1'],
 * ]);
 */
export async function externalContactMessageSendWelcome(client: Client): Promise<void> {
  // image is an old parameter. In new code, pass attachments
  // image 是旧参数，新代码请用 attachments
  await sendWelcomeMessage(client, {
    welcome_code: 'code-1',
    text: { content: '您好，很高兴认识您' },
    image: { media_id: 'media-1' },
  })
}

/*
 * $app->external_contact_message_template->create([
 *     'text' => ['content' => '%NICKNAME%，欢迎入群'],
 *     'link' => [
 *         'title' => '群规',
 *         'picurl' => 'https://example.com/rules.png',
 *         'desc' => '一分钟读完',
 *         'url' => 'https://example.com/rules',
 *     ],
 * ]);
 */
export async function externalContactMessageTemplateCreate(client: Client): Promise<unknown> {
  const { template_id } = await createGroupWelcomeTemplate(client, {
    text: { content: '%NICKNAME%，欢迎入群' },
    link: {
      title: '群规',
      picurl: 'https://example.com/rules.png',
      desc: '一分钟读完',
      url: 'https://example.com/rules',
    },
  })
  return template_id
}

/*
 * $app->external_contact_message_template->update('tpl-1', [
 *     'text' => ['content' => '%NICKNAME%，欢迎'],
 *     'miniprogram' => [
 *         'title' => '网上门店',
 *         'pic_media_id' => 'media-2',
 *         'appid' => 'wxShop',
 *         'page' => '/pages/new',
 *     ],
 * ]);
 */
export async function externalContactMessageTemplateUpdate(client: Client): Promise<void> {
  await updateGroupWelcomeTemplate(client, {
    template_id: 'tpl-1',
    text: { content: '%NICKNAME%，欢迎' },
    miniprogram: {
      title: '网上门店',
      pic_media_id: 'media-2',
      appid: 'wxShop',
      page: '/pages/new',
    },
  })
}

/*
 * $app->external_contact_message_template->get('tpl-1');
 */
export async function externalContactMessageTemplateGet(client: Client): Promise<unknown> {
  const { text, link } = await getGroupWelcomeTemplate(client, {
    template_id: 'tpl-1',
  })
  return { text, link }
}

/*
 * $app->external_contact_message_template->delete('tpl-1');
 */
export async function externalContactMessageTemplateDelete(client: Client): Promise<void> {
  await deleteGroupWelcomeTemplate(client, { template_id: 'tpl-1' })
}
