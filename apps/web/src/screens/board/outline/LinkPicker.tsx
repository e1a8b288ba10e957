import { linkItems, unlinkItems } from '@kintsugi/board'
import type { RichText } from '@kintsugi/model'
import { Button, Checkbox } from '@kintsugi/ui'
import { Dialog } from '@kintsugi/ui/overlays'
import { useId, useState } from 'react'
import { useWords } from '../../../app/wordsContext.tsx'
import { useBoard, useSession } from '../../../board/boardContext.tsx'
import { firstLineOf } from '../../../board/firstLine.ts'
import { itemIn } from '../../../board/readings.ts'
import { CellSelect } from '../../../outline/CellSelect.tsx'
import { focusRow } from '../../../outline/rows.ts'
import { fold } from '../commands/menu.tsx'
import { candidatesOf, relationsOf } from './linkable.ts'
import { useOutline } from './outlineDesk.ts'

const most = 40

/** Makes and removes the links of a thing without a pointer: choose how, find what, check it. */
export function LinkPicker({ id }: { id: string }) {
  const { t } = useWords()
  const { board } = useSession()
  const { outline } = useOutline()
  const snapshot = useBoard((s) => s)
  const thing = itemIn(snapshot, id)
  const relations = thing ? relationsOf(thing.part) : []
  const [chosen, setChosen] = useState(0)
  const [typed, setTyped] = useState('')
  const search = useId()
  const relation = relations[chosen]
  if (!thing || !relation) return null
  const found = candidatesOf(snapshot, id, relation).filter(({ text }) => fold(text).includes(fold(typed)))
  const shown = found.slice(0, most)
  const what = firstLineOf((thing.item as unknown as { text: RichText }).text)
  const close = (): void => {
    outline.picking.set(null)
    focusRow(id)
  }
  return (
    <Dialog
      title={t('outline.picker.title', { what: what || t('board.emptyText') })}
      closeLabel={t('app.close')}
      onClose={close}
      footer={
        <Button look="ink" onClick={close}>
          {t('outline.done')}
        </Button>
      }
    >
      <div className="k-ol-picker" data-testid="link-picker">
        <div className="k-field">
          <span className="k-label" aria-hidden="true">
            {t('outline.picker.as')}
          </span>
          <CellSelect
            label={t('outline.picker.as')}
            value={String(chosen)}
            choices={relations.map(({ kind, way }, i) => ({
              value: String(i),
              label: t(`panels.linkReads.${kind}.${way}`),
            }))}
            onChoose={(next) => setChosen(Number(next ?? 0))}
          />
        </div>
        <div className="k-field">
          <label className="k-label" htmlFor={search}>
            {t('outline.picker.search')}
          </label>
          <input
            id={search}
            type="search"
            className="k-input"
            placeholder={t('outline.picker.searchHint')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <fieldset className="k-field">
          <legend className="k-label mb-1">{t('outline.picker.list')}</legend>
          {shown.length === 0 && <p className="k-hint">{t('outline.picker.none')}</p>}
          <div className="k-checklist k-ol-candidates">
            {shown.map(({ link, id: other, text, linked }) => (
              <Checkbox
                key={other}
                checked={linked}
                onToggle={(on) => (on ? linkItems(board, link) : unlinkItems(board, link))}
              >
                {text.trim().split('\n')[0] || t('board.emptyText')}
              </Checkbox>
            ))}
          </div>
          {found.length > most && (
            <p className="k-hint" role="status">
              {t('outline.picker.more', { count: found.length - most })}
            </p>
          )}
        </fieldset>
      </div>
    </Dialog>
  )
}
