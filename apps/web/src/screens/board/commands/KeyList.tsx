import { Dialog } from '@kintsugi/ui/overlays'
import { useWords } from '../../../app/wordsContext.tsx'
import { commandGroups } from './command.ts'
import { commandIds, commandOf, nameKeys } from './index.ts'
import { onThisKeyboard } from './keys.ts'

/** Every act that has a key. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const keyed = commandIds().filter((id) => (commandOf(id)?.keys ?? []).length > 0)
  return (
    <Dialog title={t('commands.names.keys')} closeLabel={t('app.close')} width={720} onClose={onClose}>
      <div className="k-key-list">
        {commandGroups.map((group) => {
          const ids = keyed.filter((id) => commandOf(id)?.group === group)
          return (
            ids.length > 0 && (
              <section key={group}>
                <h3>{t(`commands.groups.${group}`)}</h3>
                <dl>
                  {ids.map((id) => (
                    <div key={id}>
                      <dt>{t(nameKeys(id))}</dt>
                      <dd>
                        {commandOf(id)?.keys?.map((press) => (
                          <kbd key={press}>{onThisKeyboard(press)}</kbd>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            )
          )
        })}
      </div>
    </Dialog>
  )
}
