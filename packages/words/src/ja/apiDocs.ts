import type { apiDocs as en } from '../en/apiDocs.ts'
import type { Translation } from '../translation.ts'

export const apiDocs = {
  title: 'Kintsugi API',
  about:
    'この文書はサーバーの OpenAPI 定義から作られ、いま動いているサーバーと一致します。読むだけの操作に認証は要りません。書き込みには、ヘッダー X-Kintsugi-Guest に {"name", "deviceKey"} を base64url で付けます。',
  machine: '機械向けの定義 (OpenAPI 3.1)',
  boardSchema: 'ボードの JSON Schema',
  operations: '操作',
  schemas: 'データの形',
  parameters: 'パラメーター',
  name: '名前',
  place: '場所',
  type: '型',
  required: '必須',
  yes: 'はい',
  no: 'いいえ',
  requestBody: 'リクエスト本文',
  responses: 'レスポンス',
  needsGuest: 'X-Kintsugi-Guest が必要',
  places: { path: 'パス', query: 'クエリ', header: 'ヘッダー', cookie: 'Cookie' },
} satisfies Translation<typeof en>
