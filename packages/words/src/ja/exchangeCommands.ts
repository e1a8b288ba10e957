import type { exchangeCommands as en } from '../en/exchangeCommands.ts'
import type { Translation } from '../translation.ts'

export const exchangeCommands = {
  imported:
    '{{format}} として読み取り、{{added}} 件を追加しました（重複 {{duplicates}} 件は除外）。取り消しに使う ID: {{batch}}',
  boardAt: 'ボード: {{url}}',
  written: '{{file}} に書き出しました。',
} satisfies Translation<typeof en>
