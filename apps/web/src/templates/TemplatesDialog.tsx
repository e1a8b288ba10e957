import {
  contentOf,
  type Template,
  type TemplateContent,
  templateContentSchema,
} from '@kintsugi/model/templates'
import { Button } from '@kintsugi/ui'
import { Dialog } from '@kintsugi/ui/overlays'
import { Download, Plus, Save, Upload } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { ChosenTemplate } from './ChosenTemplate.tsx'
import { TemplateEditor } from './TemplateEditor.tsx'
import { TemplateList } from './TemplateList.tsx'
import { templatesApi } from './templatesApi.ts'
import { useTemplates } from './useTemplates.ts'
import './templates.css'

export interface TemplatesDialogProps {
  explain: (error: unknown) => string
  /** What one is taken for here: a new board, or this one. */
  use: { how: 'start' | 'apply'; act: (template: Template) => Promise<void> | void } | null
  /** What the template would do here; false: nothing. */
  effect?: (template: TemplateContent) => ReactNode | false
  /** This board as a template, where there is one. */
  keep?: () => TemplateContent
  onClose: () => void
}

type Editing = { before: Template | null; draft: TemplateContent }
const blank = (name = ''): TemplateContent => ({
  ...templateContentSchema.parse({ name: '-' }),
  name,
  checklist: [{ name: '', step: 'owner' }],
})

/** The server's templates: look, take, change, carry elsewhere. */
export function TemplatesDialog({ explain, use, effect, keep, onClose }: TemplatesDialogProps) {
  const { t, language } = useWords()
  const desk = useTemplates(explain)
  const [chosenId, setChosenId] = useState<string>()
  /** On a narrow screen the list gives way to the one that was chosen. */
  const [near, setNear] = useState(false)
  const [editing, setEditing] = useState<Editing | null>(null)
  const [over, setOver] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  const shown = desk.list?.filter((template) => !template.deleted) ?? []
  const chosen = shown.find(({ id }) => id === chosenId) ?? shown[0]
  const choose = (id: string): void => {
    setChosenId(id)
    setNear(true)
  }
  const take = async (reading: Promise<string>): Promise<void> => {
    const added = await desk.take(reading)
    if (added) setChosenId(added.id)
  }

  if (editing)
    return (
      <TemplateEditor
        {...editing}
        busy={desk.busy}
        trouble={desk.trouble}
        onChange={(draft) => setEditing({ ...editing, draft })}
        onCancel={() => setEditing(null)}
        onSave={async (content) => {
          const saved = await desk.save(content, editing.before)
          if (!saved) return
          setChosenId(saved.id)
          setEditing(null)
        }}
      />
    )
  const own = shown.filter(({ builtIn }) => !builtIn)
  return (
    <Dialog title={t('templates.title')} closeLabel={t('app.close')} width={940} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a file can also be chosen with the button */}
      <div
        className="k-templates"
        data-testid="templates"
        data-near={near}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={(event) => {
          const to = event.relatedTarget
          if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false)
        }}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const [dropped] = event.dataTransfer.files
          void take(dropped ? dropped.text() : Promise.resolve(event.dataTransfer.getData('text')))
        }}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain')
          if (text.trim().startsWith('{')) void take(Promise.resolve(text))
        }}
      >
        {over && <p className="k-templates-over">{t('templates.drop')}</p>}
        <div className="k-templates-side">
          <p className="k-hint">{t('templates.about')}</p>
          <div className="k-templates-acts">
            <Button data-testid="template-new" onClick={() => setEditing({ before: null, draft: blank() })}>
              <Plus size={14} aria-hidden="true" />
              {t('templates.create')}
            </Button>
            <Button
              look="quiet"
              disabled={desk.busy}
              data-tip={t('templates.importTip')}
              data-tip-wide
              onClick={() => file.current?.click()}
            >
              <Upload size={14} aria-hidden="true" />
              {t('templates.import')}
            </Button>
            <input
              ref={file}
              type="file"
              accept=".json,application/json"
              className="sr-only"
              tabIndex={-1}
              aria-label={t('templates.importTip')}
              data-testid="template-file"
              onChange={({ target }) => {
                const [chosen] = target.files ?? []
                if (chosen) void take(chosen.text())
                target.value = ''
              }}
            />
            {own.length > 1 && (
              <a className="k-button" data-look="quiet" href={templatesApi.fileOf(language)} download>
                <Download size={14} aria-hidden="true" />
                {t('templates.exportAll')}
              </a>
            )}
          </div>
          {desk.list === null ? (
            !desk.trouble && <p role="status">{t('templates.loading')}</p>
          ) : (
            <TemplateList
              list={desk.list}
              chosen={chosen?.id}
              busy={desk.busy}
              onChoose={choose}
              onRestore={(template) => void desk.restore(template)}
            />
          )}
          {keep && (
            <Button
              className="k-templates-keep"
              data-testid="template-from-board"
              data-tip={t('templates.saveBoardTip')}
              data-tip-wide
              onClick={() => setEditing({ before: null, draft: keep() })}
            >
              <Save size={14} aria-hidden="true" />
              {t('templates.saveBoard')}
            </Button>
          )}
        </div>
        <div className="k-templates-main">
          {desk.trouble && (
            <p className="k-templates-trouble" role="alert" data-testid="templates-trouble">
              {desk.trouble}
              {desk.list === null && <Button onClick={() => void desk.load()}>{t('app.tryAgain')}</Button>}
            </p>
          )}
          <p role="status" className="k-templates-done" data-testid="templates-done">
            {desk.done?.text}
            {desk.done?.undo && (
              <Button look="quiet" data-testid="template-undo" onClick={desk.done.undo}>
                {t('templates.undo')}
              </Button>
            )}
          </p>
          {chosen && (
            <ChosenTemplate
              template={chosen}
              desk={desk}
              use={use}
              effect={effect?.(chosen)}
              onBack={() => setNear(false)}
              onEdit={() => setEditing({ before: chosen, draft: contentOf(chosen) })}
              onCopy={() => {
                const name = t('templates.copyName', { name: chosen.name }).slice(0, 100)
                setEditing({ before: null, draft: { ...contentOf(chosen), name } })
              }}
            />
          )}
        </div>
      </div>
    </Dialog>
  )
}
