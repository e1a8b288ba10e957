import type { dialogs as en } from '../en/dialogs.ts'
import type { Translation } from '../translation.ts'

export const dialogs = {
  finalize: {
    title: 'このポストモーテムを確定する',
    about: 'いまのボードの内容が番号つきの版になり、気づかれずに変えることはできなくなります。',
    happens: {
      closes: 'ボードへの書き込みは、全員に対して閉じます。',
      fingerprint: '版には、誰でも検証できる指紋(SHA-256)が付きます。',
      reopen: 'いつでも再開でき、次の版へ進めます。',
    },
    findings_one: '先に見ておくとよいことが 1 件あります。このまま確定もできます。',
    findings_other: '先に見ておくとよいことが {{count}} 件あります。このまま確定もできます。',
    noFindings: '確かめられることは、すべて揃っています。',
    by: '確定者',
    byHint: 'この名前が版に残ります。',
    show: '見る',
    act: '確定する',
    acting: '確定しています…',
    doneTitle: '第 {{n}} 版を確定しました',
    doneAbout: 'おつかれさまでした。学んだことは、このまま残り、いつでも読めます。',
    hash: '指紋(SHA-256)',
    read: '読む',
    copyLink: 'リンクをコピー',
    copied: 'リンクをコピーしました。',
    notSaved: 'まだサーバーに届いていない変更があります。「保存済み」になるまでお待ちください。',
  },
} satisfies Translation<typeof en>
