import type { view as en } from '../en/view.ts'
import type { Translation } from '../translation.ts'

export const view = {
  outline: 'アウトライン',
  canvas: 'ボード',
  toOutline: '見出し・表・箇条書きで読み書きする',
  toCanvas: 'キャンバスで見る',
  skip: 'アウトラインへ移動',
} satisfies Translation<typeof en>
