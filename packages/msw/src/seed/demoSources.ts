import type { Customer } from '../tenant/customers.ts'
import type { SeedFile } from './SeedFile.ts'

const day = 24 * 3600
/** A picture of one pixel. */
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** By what customers come to the shop and what they are shown; and a provider whose app it might install. */
export function demoSources(
  customers: readonly Customer[],
  now: number,
): Pick<
  SeedFile,
  | 'contact_ways'
  | 'acquisition_links'
  | 'acquisition_clicks'
  | 'acquisition_customers'
  | 'acquisition_quota'
  | 'intercept_rules'
  | 'media'
  | 'products'
  | 'provider'
> {
  const [, guest] = customers
  const visit = { link_id: 'cawcAAAAdemoSpring', external_userid: guest?.external_userid ?? '', at: now - 2 * day }
  return {
    contact_ways: [
      {
        config_id: 'aaaa0000demo0000showroom00000000',
        app: 'crm',
        create_time: now - 120 * day,
        type: 2,
        scene: 2,
        remark: '样板间二维码',
        skip_verify: true,
        state: 'showroom',
        qr_code: 'https://wework.qpic.cn/wwpic/demo_contact_way/0',
        user: ['wangfang'],
        party: [3],
        is_temp: false,
      },
    ],
    acquisition_links: [
      {
        link_id: 'cawcAAAAdemoSpring',
        app: 'crm',
        link_name: '春季促销',
        url: 'https://work.weixin.qq.com/ca/cawcAAAAdemoSpring',
        create_time: now - 10 * day,
        skip_verify: true,
        mark_source: true,
        user_list: ['wangfang', 'lina'],
        department_list: [],
      },
    ],
    acquisition_clicks: [visit],
    acquisition_customers: [{ ...visit, userid: 'wangfang', state: 'poster' }],
    acquisition_quota: {
      total: 1,
      quota_list: [{ expire_date: now + 200 * day - ((now + 8 * 3600) % day), balance: 99 }],
    },
    intercept_rules: [
      {
        rule_id: '1',
        app: 'crm',
        rule_name: '承诺用语',
        word_list: ['保证最低价', '永久质保'],
        semantics_list: [1],
        intercept_type: 2,
        user_list: [],
        department_list: [2],
        create_time: now - 50 * day,
      },
    ],
    media: [
      {
        media_id: '3AAAAdemoSofa',
        type: 'image',
        attachment_type: 2,
        filename: '沙发.png',
        content_type: 'image/png',
        content: picture,
        created_at: now - day,
      },
    ],
    products: [
      {
        product_id: 'AAAAdemoSofa',
        app: 'crm',
        product_sn: 'SOFA01',
        description: '三人位布艺沙发',
        price: 329_900,
        media_ids: ['3AAAAdemoSofa'],
        create_time: now - day,
      },
    ],
    provider: {
      corpid: 'wwfakeprovider01',
      secret: 'fake-provider-secret',
      suites: [{ suite_id: 'wwfakesuite00001', suite_secret: 'fake-suite-secret' }],
      migrated: [],
    },
  }
}
