import type { recovered as en } from '../en/recovered.ts'
import type { Translation } from '../translation.ts'

export const recovered = {
  back_one: '{{count}} 件の変更を戻しました。',
  back_other: '{{count}} 件の変更を戻しました。',
  nothing: '控えのうち戻せるものは、すべてボードにあります。',
  aside_one: '{{count}} 件はその後ボード側でも書き換えられたため、控えの文章をメモとして置きました。',
  aside_other: '{{count}} 件はその後ボード側でも書き換えられたため、控えの文章をメモとして置きました。',
  left_one:
    '{{count}} 件は控えだけに残っています(ボード側で別の値に変わったか、サーバーの上限を超える長さです)。必要ならダウンロードしてください。',
  left_other:
    '{{count}} 件は控えだけに残っています(ボード側で別の値に変わったか、サーバーの上限を超える長さです)。必要ならダウンロードしてください。',
  note: '復元用の控えより:',
} satisfies Translation<typeof en>
