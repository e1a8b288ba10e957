import { Dialog } from '@kintsugi/ui/overlays'
import { useWords } from '../../app/wordsContext.tsx'
import { keysOf } from '../../canvas/keyMap.ts'

const mod = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'

const groups = [
  [
    'make',
    [
      ['note', keysOf.note],
      ['event', keysOf.event],
      ['cause', keysOf.cause],
      ['action', keysOf.action],
      ['free', keysOf.free],
      ['why', keysOf.why],
    ],
  ],
  [
    'edit',
    [
      ['edit', keysOf.edit],
      ['done', keysOf.back],
      ['sibling', 'Mod+Enter'],
      ['delete', keysOf.delete],
      ['undo', `${keysOf.undo}  ${keysOf.redo}`],
      ['selectAll', keysOf.selectAll],
      ['back', keysOf.back],
    ],
  ],
  [
    'move',
    [
      ['zones', '1 – 4'],
      ['zone0', keysOf.zone0],
      ['next', `${keysOf.next}  ${keysOf.previous}`],
      ['zoom', '+  −'],
      ['hand', keysOf.hand],
    ],
  ],
] as const

export function KeyList({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  return (
    <Dialog title={t('dialogs.keys.title')} closeLabel={t('app.close')} width={720} onClose={onClose}>
      <div className="k-key-list">
        {groups.map(([group, keys]) => (
          <section key={group}>
            <h3>{t(`dialogs.keys.${group}`)}</h3>
            <dl>
              {keys.map(([name, key]) => (
                <div key={name}>
                  <dt>{t(`dialogs.keys.names.${name}`)}</dt>
                  <dd>
                    {key.split('  ').map((press) => (
                      <kbd key={press}>{press.replace('Mod', mod)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
